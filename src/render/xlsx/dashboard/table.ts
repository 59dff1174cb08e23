import type { Worksheet } from "exceljs";
import type { Dimension, Mesure, TableauDeBord, TablePubliee } from "../../../dashboard/index.ts";
import { blocks, type Column, cellAt, ensemble, layout } from "../../dashboard/layout.ts";
import { periode } from "../../dashboard/periode.ts";
import { heighten, type Look, lines, paint } from "../style.ts";
import { formatOf, shown } from "./frame.ts";

/** Widths in characters of the first column and of the others; the sums of a country in euros ask for more. */
export const LABELS = 40;
export const VALUES = 12;
export const AMOUNTS = 17;

/** Columns that a table needs besides its labels. */
export function breadth(table: TablePubliee): number {
  return blocks(table).reduce((widest, columns) => Math.max(widest, columns.length), 0);
}

/** Writes a table under the last row of a sheet. */
export function addTable(sheet: Worksheet, table: TablePubliee, report: TableauDeBord): void {
  const width = breadth(table) + 1;
  addLine(sheet, `${table.id} – ${table.titre}`, "section", width);
  addLine(sheet, `En ${table.unite}, pour ${table.population}.`, "note", 1);
  for (const columns of blocks(table)) addBlock(sheet, table, columns, report);
  sheet.addRow([]).height = 12;
}

function addLine(sheet: Worksheet, text: string, look: Look, width: number): void {
  const row = sheet.addRow([text]);
  for (let column = 1; column <= width; column += 1) paint(row.getCell(column), look, { wrapText: false });
  row.height = look === "section" ? 20 : 15;
}

function addBlock(sheet: Worksheet, table: TablePubliee, columns: readonly Column[], report: TableauDeBord): void {
  const { rows, across } = layout(table);
  addHeaders(sheet, rows, across, columns, report);
  const valueAt = cellAt(table);
  for (const { code, libelle } of [...rows.categories, ensemble]) {
    const row = sheet.addRow([libelle]);
    const isTotal = code === ensemble.code;
    paint(row.getCell(1), isTotal ? "total" : "body");
    columns.forEach((column, index) => {
      const cell = row.getCell(index + 2);
      const cellule = valueAt(code, column);
      paint(cell, isTotal || column.code === ensemble.code ? "total" : "body", { horizontal: "right", wrapText: false });
      cell.numFmt = formatOf(table.unite);
      if (cellule !== undefined) cell.value = shown(cellule);
    });
    heighten(row, lines(libelle, LABELS));
  }
}

/** One row of measures; a second one with the categories when the table has two dimensions. */
function addHeaders(
  sheet: Worksheet,
  rows: Dimension,
  across: Dimension | undefined,
  columns: readonly Column[],
  report: TableauDeBord,
): void {
  const measures: Record<Mesure, string> = { semestre: periode(report), cumul: "Cumul depuis le début" };
  const top = sheet.addRow([across ? `${rows.libelle} × ${across.libelle.toLowerCase()}` : rows.libelle]);
  paint(top.getCell(1), "header");
  columns.forEach(({ mesure }, index) => {
    const cell = top.getCell(index + 2);
    paint(cell, "header", { horizontal: "center" });
    if (columns[index - 1]?.mesure !== mesure) cell.value = measures[mesure];
  });
  const span = columns.filter(({ mesure }) => mesure === columns[0]?.mesure).length;
  for (let from = 2; span > 1 && from <= columns.length + 1; from += span) sheet.mergeCells(top.number, from, top.number, from + span - 1);
  heighten(top, Math.max(lines(String(top.getCell(1).value), LABELS - 4), lines("Cumul depuis le début", VALUES * span - 2)));
  if (across === undefined) return;
  const second = sheet.addRow([rows.libelle]);
  paint(second.getCell(1), "subheader");
  columns.forEach(({ libelle }, index) => {
    const cell = second.getCell(index + 2);
    cell.value = libelle;
    paint(cell, "subheader", { horizontal: "right" });
  });
  heighten(second, Math.max(...columns.map(({ libelle }) => lines(libelle, VALUES - 2))));
}
