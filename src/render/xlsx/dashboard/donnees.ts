import type { Workbook } from "exceljs";
import type { TableauDeBord } from "../../../dashboard/index.ts";
import { cases } from "../../dashboard/cases.ts";
import { paint } from "../style.ts";
import { FRAME, formatOf, framedSheet, shown } from "./frame.ts";

const columns = [
  ["Tableau", 14],
  ["Titre", 48],
  ["Mesure", 11],
  ["Dimension 1", 26],
  ["Modalité 1", 34],
  ["Dimension 2", 26],
  ["Modalité 2", 26],
  ["Unité", 14],
  ["Valeur", 14],
] as const;

/** Every cell of every table as one list, to be filtered and sorted. */
export function addDonnees(workbook: Workbook, report: TableauDeBord): void {
  const widths = columns.map(([, width]) => width);
  const sheet = framedSheet(workbook, "Données", widths, report, { frozenRows: FRAME + 1 });
  const header = sheet.addRow(columns.map(([title]) => title));
  header.height = 18;
  header.eachCell((cell) => {
    paint(cell, "header", { wrapText: false });
  });
  for (const { table, mesure, dimensions, cellule } of cases(report)) {
    const [first, second] = dimensions;
    const row = sheet.addRow([
      table.id,
      table.titre,
      mesure,
      first?.libelle,
      first?.categorie,
      second?.libelle,
      second?.categorie,
      table.unite,
      shown(cellule),
    ]);
    row.eachCell((cell, column) => {
      paint(cell, "body", { wrapText: false, ...(column === columns.length && { horizontal: "right" }) });
    });
    row.getCell(columns.length).numFmt = formatOf(table.unite);
  }
  sheet.autoFilter = { from: { row: header.number, column: 1 }, to: { row: sheet.rowCount, column: columns.length } };
}
