import type { Style, Workbook, Worksheet } from "exceljs";
import { deDispositif } from "../../../dispositif/noms.ts";
import type { Funding } from "../../../funding/funding.ts";
import { lectures } from "../../../funding/index.ts";
import { type Day, formatDay } from "../../../words/dates.ts";
import { type Cents, toEuros } from "../../../words/money.ts";
import { formats, heighten, type Look, lines, looks, paint } from "../style.ts";
import { newSheet } from "../workbook.ts";

/** Rows that each sheet begins with: its title, the day and the reading, a line of its own, a narrow space. */
export const FRAME = 4;

/** How the values of a column are written: amounts are given in cents, days as in the files. */
type Kind = "text" | "euros" | "number" | "months" | "day" | "rate";

export interface Column {
  header: string;
  width: number;
  kind: Kind;
}

export type Value = string | number | undefined;

const numberFormats: Record<Kind, string> = {
  text: "@",
  euros: formats.euros,
  number: formats.number,
  months: "[$-40C]0.##",
  day: "dd/mm/yyyy",
  rate: formats.rate,
};

/** A sheet with its columns and its heading; `note` says what its figures are. */
export function framedSheet(
  workbook: Workbook,
  name: string,
  note: string,
  funding: Funding,
  columns: readonly Pick<Column, "width">[],
): Worksheet {
  const { titre } = lectures[funding.lecture];
  const subtitle = `Financement des parcours ${deDispositif(...funding.dispositifs)}, au ${formatDay(funding.date)} – lecture : ${titre}`;
  return sheetUnder(workbook, { title: name, subtitle, note }, columns);
}

/** A sheet under a heading of three lines. */
export function sheetUnder(
  workbook: Workbook,
  { title, subtitle, note }: { title: string; subtitle: string; note: string },
  columns: readonly Pick<Column, "width">[],
): Worksheet {
  const sheet = newSheet(workbook, title, { frozenRows: FRAME + 1, frozenColumns: 1 });
  columns.forEach(({ width }, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const heading = [
    ["title", title, 26],
    ["subtitle", subtitle, 16],
    ["note", note, 16],
  ] as const;
  heading.forEach(([look, text, height], index) => {
    const row = sheet.getRow(index + 1);
    row.height = height;
    paint(row.getCell(1), look, { wrapText: false });
    row.getCell(1).value = text;
  });
  sheet.getRow(FRAME).height = 8;
  return sheet;
}

/** Writes a table from a row and a column on, and gives the first row after it. */
export function addTable(
  sheet: Worksheet,
  columns: readonly Column[],
  rows: readonly (readonly Value[])[],
  { total, row: first = FRAME + 1, column = 1 }: { total?: readonly Value[]; row?: number; column?: number } = {},
): number {
  const header = sheet.getRow(first);
  columns.forEach(({ header: text, kind }, rang) => {
    const cell = header.getCell(column + rang);
    cell.value = text;
    cell.style = styleOf("header", "text", kind !== "text");
  });
  heighten(header, Math.max((header.height ?? 15) / 15, ...columns.map(({ header: text, width }) => lines(text, width - 2))));
  let at = first + 1;
  for (const values of rows) writeRow(sheet, at++, column, columns, values, "body");
  if (total !== undefined) writeRow(sheet, at++, column, columns, total, "total");
  return at;
}

function writeRow(sheet: Worksheet, at: number, from: number, columns: readonly Column[], values: readonly Value[], look: Look): void {
  const row = sheet.getRow(at);
  columns.forEach(({ kind }, rang) => {
    const cell = row.getCell(from + rang);
    const value = values[rang];
    cell.style = styleOf(look, kind, kind !== "text");
    if (value !== undefined) cell.value = written(value, kind);
  });
  const needed = Math.max(...columns.map(({ kind, width }, rang) => (kind === "text" ? lines(String(values[rang] ?? ""), width - 2) : 1)));
  if (needed > 1) heighten(row, needed);
}

function written(value: string | number, kind: Kind): string | number | Date {
  if (kind === "euros") return toEuros(value as Cents);
  if (kind === "day") return asDate(String(value));
  return value;
}

/** Spreadsheets know no year of five digits. */
function asDate(day: Day): Date | string {
  return day.length === 10 ? new Date(`${day}T00:00:00Z`) : day;
}

const styles = new Map<string, Partial<Style>>();

/** Cells share their style: hundreds of thousands of them would each cost a comparison when the file is written. */
function styleOf(look: Look, kind: Kind, isRight: boolean): Partial<Style> {
  const key = `${look} ${kind} ${isRight}`;
  const known = styles.get(key);
  if (known !== undefined) return known;
  const isWrapped = look === "header" || kind === "text";
  const style: Partial<Style> = {
    ...looks[look],
    numFmt: numberFormats[kind],
    alignment: { vertical: "middle", wrapText: isWrapped, horizontal: isRight ? "right" : "left", ...(isRight ? { indent: 1 } : {}) },
  };
  styles.set(key, style);
  return style;
}

/** Filter buttons on the header of the table that starts right under the heading; its total, if any, stays out of their reach. */
export function withFilter(sheet: Worksheet, columns: readonly Column[], rows: readonly unknown[]): void {
  sheet.autoFilter = { from: { row: FRAME + 1, column: 1 }, to: { row: FRAME + 1 + rows.length, column: columns.length } };
}
