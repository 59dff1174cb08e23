import type { Workbook, Worksheet } from "exceljs";
import { type Cellule, enCellule } from "../../../saisie/cellules.ts";
import type { Colonne } from "../../../saisie/classeur.ts";
import type { FeuilleRemplie } from "../../../saisie/template.ts";
import { heighten, lines } from "../style.ts";
import { newSheet } from "../workbook.ts";
import type { Lists } from "./lists.ts";
import { bandStyle, colours, entryStyle, frameStyles, headingStyle, markOf } from "./look.ts";
import { helpOf, noteOf } from "./notes.ts";
import { protect, put, written } from "./table.ts";
import { validationOf } from "./validation.ts";

const [TITLE, NOTE, HEADINGS] = [2, 3, 4] as const;

/** Columns: hidden keys, name of the field, what is to be filled in (one column a document), help. */
const [KEYS, LABEL, FIRST] = [1, 2, 3] as const;
const [LABEL_WIDTH, ENTRY_WIDTH, HELP_WIDTH] = [38, 58, 62] as const;

/** A sheet where fields go down and documents across, with room for long texts; without a document, one column to fill in. */
export function addForm(workbook: Workbook, { nom, kind, note, colonnes, lignes, isExemple }: FeuilleRemplie, lists: Lists): void {
  const sheet = newSheet(workbook, nom, { frozenRows: HEADINGS, frozenColumns: LABEL });
  sheet.properties.tabColor = { argb: colours[kind] };
  const documents = isExemple || lignes.length === 0 ? [[]] : lignes;
  const help = FIRST + documents.length;
  addFrame(sheet, { nom, note, documents: documents.length });
  let at = HEADINGS + 1;
  let bande = nom;
  for (const [index, colonne] of colonnes.entries()) {
    if (colonne.bande !== bande) addSection(sheet, at++, colonne.bande, kind, help + 1);
    bande = colonne.bande;
    addField(sheet, at, colonne, { help, lists, cellules: documents.map((document) => document[index]) });
    at += 1;
  }
  protect(sheet);
}

function addFrame(sheet: Worksheet, { nom, note, documents }: { nom: string; note: string; documents: number }): void {
  const help = FIRST + documents;
  const headings = [
    "Rubrique",
    ...Array.from({ length: documents }, (_, rang) => (rang === 0 ? "Votre fiche" : `Fiche ${rang + 1}`)),
    "Aide",
    "Exemple",
  ];
  headings.forEach((text, index) => {
    sheet.getColumn(LABEL + index).width = [LABEL_WIDTH, ENTRY_WIDTH][index] ?? (LABEL + index < help ? ENTRY_WIDTH : HELP_WIDTH);
    put(sheet.getCell(HEADINGS, LABEL + index), text, headingStyle("toujours"));
    put(sheet.getCell(1, LABEL + index), LABEL + index >= FIRST && LABEL + index < help ? "cpro:document" : "cpro:aide", frameStyles.key);
  });
  sheet.getColumn(KEYS).hidden = true;
  sheet.getRow(1).hidden = true;
  put(sheet.getCell(TITLE, LABEL), nom, frameStyles.title);
  put(sheet.getCell(NOTE, LABEL), `${note}   * obligatoire   (*) obligatoire dès que le bloc est commencé`, frameStyles.note);
  sheet.getRow(TITLE).height = 26;
  sheet.getRow(NOTE).height = 18;
}

function addSection(sheet: Worksheet, at: number, bande: string, kind: FeuilleRemplie["kind"], last: number): void {
  for (let index = LABEL; index <= last; index += 1) put(sheet.getCell(at, index), index === LABEL ? bande : null, bandStyle(kind));
  sheet.getRow(at).height = 24;
}

interface Field {
  help: number;
  lists: Lists;
  cellules: readonly Cellule[];
}

function addField(sheet: Worksheet, at: number, { cle, entete, champ }: Colonne, { help, lists, cellules }: Field): void {
  put(sheet.getCell(at, KEYS), cle, frameStyles.key);
  const label = sheet.getCell(at, LABEL);
  put(label, entete + markOf(champ.requis), headingStyle(champ.requis));
  label.note = noteOf(champ);
  const validation = validationOf(champ, lists);
  const entry = entryStyle(champ);
  cellules.forEach((cellule, index) => {
    const cell = sheet.getCell(at, FIRST + index);
    put(cell, written(cellule), {
      ...entry,
      alignment: { vertical: "middle", horizontal: "left", wrapText: true, indent: 1 },
      border: box,
    });
    if (validation !== undefined) cell.dataValidation = validation;
  });
  const exemple = enCellule(champ, champ.exemple);
  put(sheet.getCell(at, help), helpOf(champ), frameStyles.help);
  put(sheet.getCell(at, help + 1), typeof exemple === "object" ? written(exemple) : (exemple ?? null), {
    ...frameStyles.help,
    numFmt: entry.numFmt ?? "General",
  });
  const longest = Math.max(...cellules.map((cellule) => (typeof cellule === "string" ? lines(cellule, ENTRY_WIDTH) : 1)));
  heighten(sheet.getRow(at), Math.max(champ.type === "texte_long" ? 4 : 1.3, lines(entete, LABEL_WIDTH - 4), longest));
}

const side = { style: "thin" as const, color: { argb: "FFB8C0CA" } };
const box = { top: side, bottom: side, left: side, right: side };
