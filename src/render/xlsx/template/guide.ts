import type { Workbook } from "exceljs";
import { duDispositif } from "../../../dispositif/noms.ts";
import type { FeuilleRemplie } from "../../../saisie/template.ts";
import { heighten, type Look, lines, paint } from "../style.ts";
import { newSheet } from "../workbook.ts";

const GUIDE = "Mode d'emploi";
/** Characters, of which the letters of a sentence take less than a column counts for. */
const WIDTH = 110;
const ROOM = 1.15;

const steps = [
  "Dans les autres feuilles, la première colonne dit de quel parcours il s'agit : choisissez son identifiant dans la liste.",
  "Laissez vide ce que vous ne savez pas encore, et les feuilles dont vous n'avez pas besoin.",
  "Enregistrez, puis lancez « cpro import » suivi du nom de ce classeur : chaque erreur est dite avec sa feuille et sa cellule.",
  "Plus tard, « cpro template --from . » refait ce classeur avec vos données, et « cpro import --update » reporte vos changements.",
];

const notes = [
  "Les en-têtes bleu foncé marqués * sont toujours obligatoires ; ceux marqués (*) le sont dès que le contrat, ou le bloc de colonnes, est commencé.",
  "Passez la souris sur un en-tête pour lire son aide. Les cellules à choix ouvrent une liste.",
  "Les lignes grises sont des exemples : cpro les laisse de côté tant que leur première cellule n'est pas changée.",
  "Les SIRET et les codes sont au format Texte : collez-les avec « Collage spécial, Valeurs » pour garder les zéros du début.",
  "Vous pouvez trier, filtrer, élargir, déplacer ou renommer les colonnes. Les lignes masquées sont importées aussi, et cpro dit combien.",
  "Les formules sont lues par leur valeur. Ne fusionnez pas de cellules dans les lignes à remplir.",
  "Les en-têtes sont protégés contre les fausses manœuvres, sans mot de passe : « Ôter la protection de la feuille » suffit à les modifier.",
  "Ce classeur contient des données personnelles : gardez-le là où vous gardez vos dossiers. cpro travaille sur votre poste et n'envoie rien.",
];

/** What is to be filled in first: the sheets where documents begin. */
function premierPas(feuilles: readonly FeuilleRemplie[]): string {
  const ancres = feuilles.filter(({ ancre }) => ancre).map(({ nom }) => `« ${nom} »`);
  return `Remplissez d'abord ${ancres.join(", puis ")} : une ligne par bénéficiaire, avec un identifiant sans nom ni prénom.`;
}

/** The first sheet: what the workbook is for, in which order to fill it in, and what each sheet holds. */
export function addGuide(workbook: Workbook, feuilles: readonly FeuilleRemplie[]): void {
  const sheet = newSheet(workbook, GUIDE, { frozenRows: 1 });
  sheet.properties.tabColor = { argb: "FFB7791F" };
  [3, 26, WIDTH - 26].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  let at = 1;
  const write = (texts: readonly [string, string?], look: Look): void => {
    const row = sheet.getRow(at++);
    texts.forEach((text, index) => {
      const cell = row.getCell(index + 2);
      paint(cell, look, { wrapText: texts.length === 2 && index === 1 });
      if (text !== undefined) cell.value = text;
    });
    heighten(row, texts.length === 2 ? lines(texts[1] ?? "", (WIDTH - 26) * ROOM) + 0.4 : 1.6);
  };
  const paragraph = (text: string, mark: string): void => {
    sheet.mergeCells(at, 2, at, 3);
    const row = sheet.getRow(at++);
    paint(row.getCell(2), "body", { indent: 1 });
    row.getCell(2).value = `${mark} ${text}`;
    heighten(row, lines(text, WIDTH * ROOM) + 0.4);
  };

  const dispositifs = [...new Set(feuilles.map(({ modele }) => modele.dispositif))];
  write([feuilles.some(({ kind }) => kind === "fiche") ? "Saisir une fiche projet et ses parcours" : "Saisir des parcours"], "title");
  write([`Classeur de saisie ${duDispositif(...dispositifs)}, à lire avec « cpro import »`], "subtitle");
  at += 1;
  write(["Dans l'ordre"], "section");
  [premierPas(feuilles), ...steps].forEach((text, index) => {
    paragraph(text, `${index + 1}.`);
  });
  at += 1;
  write(["Bon à savoir"], "section");
  for (const text of notes) paragraph(text, "–");
  at += 1;
  write(["Les feuilles"], "section");
  for (const { nom, note } of feuilles) {
    write([nom, note], "body");
    const link = sheet.getCell(at - 1, 2);
    link.value = { text: nom, hyperlink: `#'${nom}'!A1` };
    link.font = { ...link.font, color: { argb: "FF1F5FA8" }, underline: true };
  }
  void sheet.protect("", { selectLockedCells: true, selectUnlockedCells: true });
}
