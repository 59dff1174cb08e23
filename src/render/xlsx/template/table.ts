import type { Cell, CellValue, Style, Workbook, Worksheet } from "exceljs";
import type { Cellule } from "../../../saisie/cellules.ts";
import type { Champ } from "../../../saisie/champs.ts";
import { ancreDe, type Colonne } from "../../../saisie/classeur.ts";
import type { FeuilleRemplie } from "../../../saisie/template.ts";
import { heighten, lines } from "../style.ts";
import { newSheet } from "../workbook.ts";
import type { Lists } from "./lists.ts";
import { bandStyle, colours, entryStyle, frameStyles, headingStyle, markOf } from "./look.ts";
import { noteOf } from "./notes.ts";
import { referenceValidation, validationOf } from "./validation.ts";

/** Rows above the data: hidden keys, title, what the sheet is for, bands, headings. */
const [KEYS, TITLE, NOTE, BANDS, HEADINGS] = [1, 2, 3, 4, 5] as const;
const FIRST = HEADINGS + 1;

/** Rows prepared for entry: more parcours than the whole experiment has, and lists ten times longer. */
const [LAST_DOCUMENT, LAST_ELEMENT] = [6500, 65_000] as const;

/** A sheet where each row is a document, or an element of its lists. */
export function addTable(workbook: Workbook, feuille: FeuilleRemplie, lists: Lists): void {
  const { nom, kind, note, colonnes, lignes, isExemple } = feuille;
  const sheet = newSheet(workbook, nom, { frozenRows: HEADINGS, frozenColumns: 1 });
  sheet.properties.tabColor = { argb: colours[kind] };
  const last = colonnes.some(({ liste }) => liste !== undefined) ? LAST_ELEMENT : LAST_DOCUMENT;
  for (const [index, colonne] of colonnes.entries()) addColumn(sheet, colonne, index + 1);
  addFrame(sheet, nom, note, colonnes.length);
  addBands(sheet, feuille);
  for (const [index, ligne] of lignes.entries()) addRow(sheet, FIRST + index, ligne, isExemple ? colonnes : undefined);
  for (const [index, { champ, isReference }] of colonnes.entries()) {
    const validation = isReference ? referenceTo(feuille) : validationOf(champ, lists);
    const letter = sheet.getColumn(index + 1).letter;
    if (validation !== undefined) sheet.dataValidations.add(`${letter}${FIRST}:${letter}${last}`, validation);
  }
  protect(sheet);
}

/** Only headings are locked; anyone may lift the protection, which has no password. */
export function protect(sheet: Worksheet): void {
  void sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    sort: true,
    autoFilter: true,
  });
}

function referenceTo(feuille: FeuilleRemplie): ReturnType<typeof validationOf> {
  const { ancre, kind } = feuille;
  return ancre || kind === "fiche" ? undefined : referenceValidation(ancreDe(feuille), "A", FIRST, LAST_DOCUMENT);
}

function addColumn(sheet: Worksheet, { cle, entete, champ, isReference }: Colonne, index: number): void {
  const column = sheet.getColumn(index);
  column.width = widthOf(champ, isReference);
  column.style = entryStyle(champ);
  const requis = isReference ? "toujours" : champ.requis;
  put(sheet.getCell(KEYS, index), cle, frameStyles.key);
  const heading = sheet.getCell(HEADINGS, index);
  put(heading, entete + markOf(requis), headingStyle(requis));
  heading.note = noteOf(champ);
}

/** Exceljs gives a cell the style of its column; those of the heading need their own. */
function addFrame(sheet: Worksheet, nom: string, note: string, width: number): void {
  sheet.getRow(KEYS).hidden = true;
  for (let index = 1; index <= width; index += 1) {
    sheet.getCell(TITLE, index).style = frameStyles.title;
    sheet.getCell(NOTE, index).style = frameStyles.note;
  }
  sheet.getCell(TITLE, 1).value = nom;
  sheet.getCell(NOTE, 1).value = `${note}   * obligatoire   (*) obligatoire dès que le contrat, ou le bloc, est commencé`;
  sheet.getRow(TITLE).height = 26;
  sheet.getRow(NOTE).height = 18;
  const headings = sheet.getRow(HEADINGS);
  const needed = Array.from({ length: width }, (_, index) =>
    lines(`${headings.getCell(index + 1).text}`, (sheet.getColumn(index + 1).width ?? 10) - 3),
  );
  heighten(headings, Math.max(2, ...needed));
}

/** A band stands over the columns of one rubric. */
function addBands(sheet: Worksheet, { kind, colonnes }: FeuilleRemplie): void {
  colonnes.forEach(({ bande }, index) => {
    const isFirst = index === 0 || colonnes[index - 1]?.bande !== bande;
    put(sheet.getCell(BANDS, index + 1), isFirst && index > 0 ? bande : null, bandStyle(kind));
  });
  sheet.getRow(BANDS).height = 20;
}

function addRow(sheet: Worksheet, at: number, ligne: readonly Cellule[], exemples: readonly Colonne[] | undefined): void {
  const row = sheet.getRow(at);
  ligne.forEach((cellule, index) => {
    const champ = exemples?.[index]?.champ;
    if (champ !== undefined) row.getCell(index + 1).style = entryStyle(champ, { isExemple: true });
    if (cellule !== undefined) row.getCell(index + 1).value = written(cellule);
  });
}

/** A day before 1900, which no spreadsheet knows, stays a text. */
export function written(cellule: Cellule): CellValue {
  if (cellule === undefined) return null;
  if (typeof cellule !== "object") return cellule;
  return cellule.jour >= "1900-03-01" && cellule.jour.length === 10 ? new Date(`${cellule.jour}T00:00:00Z`) : cellule.jour;
}

export function put(cell: Cell, value: CellValue, style: Partial<Style>): void {
  cell.style = style;
  cell.value = value;
}

const widths: Record<Champ["type"], number> = {
  texte: 24,
  texte_long: 44,
  lignes: 44,
  code: 18,
  jour: 14,
  montant: 15,
  nombre: 13,
  entier: 13,
  oui_non: 13,
  choix: 20,
};

function widthOf(champ: Champ, isReference = false): number {
  if (isReference) return 26;
  if (champ.type === "choix") return Math.min(36, Math.max(14, ...champ.choix.map(({ libelle }) => libelle.length + 3)));
  return champ.chemin.at(-1) === "naf" ? 34 : widths[champ.type];
}
