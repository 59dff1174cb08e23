import type { Worksheet } from "exceljs";
import type { CellulePubliee, Dimension, Mesure, TableauDeBord, TablePubliee } from "../../../dashboard/index.ts";
import { heighten, type Look, lines, paint } from "../style.ts";
import { formatOf, periode, shown } from "./frame.ts";

/** Widths in characters of the first column and of the others. */
export const LABELS = 40;
export const VALUES = 12;

/** A column of numbers: its measure, and its category when the table has two dimensions. */
interface Column {
  mesure: Mesure;
  code: string | undefined;
  libelle: string;
}

const ensemble = { code: "ensemble", libelle: "Ensemble" };
const WIDEST = 7;

/** How a table is laid out: the dimension with the most categories in rows, the other in columns under each measure. */
function layout({ dimensions }: TablePubliee): { rows: Dimension; columns: Dimension | undefined } {
  const [first, second] = dimensions;
  if (first === undefined) throw new RangeError("table without dimension");
  if (second === undefined || first.categories.length > second.categories.length) return { rows: first, columns: second };
  return { rows: second, columns: first };
}

/** Columns that a table needs besides its labels. */
export function breadth(table: TablePubliee): number {
  return blocks(table).reduce((widest, columns) => Math.max(widest, columns.length), 0);
}

/** The measures side by side, or one under the other when that would be too wide for a page. */
function blocks(table: TablePubliee): Column[][] {
  const { columns } = layout(table);
  const categories: { code: string | undefined; libelle: string }[] = columns
    ? [...columns.categories, ensemble]
    : [{ code: undefined, libelle: "" }];
  const of = (mesure: Mesure): Column[] => categories.map(({ code, libelle }) => ({ mesure, code, libelle }));
  return categories.length > WIDEST ? [of("semestre"), of("cumul")] : [[...of("semestre"), ...of("cumul")]];
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
  const { rows, columns: across } = layout(table);
  addHeaders(sheet, rows, across, columns, report);
  const values = new Map(table.cellules.map((cellule) => [placeOf(cellule, rows, across), cellule]));
  for (const { code, libelle } of [...rows.categories, ensemble]) {
    const row = sheet.addRow([libelle]);
    const isTotal = code === ensemble.code;
    paint(row.getCell(1), isTotal ? "total" : "body");
    columns.forEach((column, index) => {
      const cell = row.getCell(index + 2);
      const cellule = values.get([column.mesure, code, column.code].join("|"));
      paint(cell, isTotal || column.code === ensemble.code ? "total" : "body", { horizontal: "right", wrapText: false });
      cell.numFmt = formatOf(table.unite);
      if (cellule !== undefined) cell.value = shown(cellule);
    });
    heighten(row, lines(libelle, LABELS));
  }
}

function placeOf({ mesure, codes }: CellulePubliee, rows: Dimension, across: Dimension | undefined): string {
  return [mesure, codes[rows.id], across && codes[across.id]].join("|");
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
