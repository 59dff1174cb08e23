import type { Borders, Cell, Fill, Font, Row } from "exceljs";

const solid = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
const family = "Calibri";
const blue = "FF1F3A5F";
const grey = "FF5F6B7A";
const hairline: Partial<Borders> = { bottom: { style: "hair", color: { argb: "FFB8C0CA" } } };

/** How each kind of cell looks; the one place for it, so that every sheet looks the same and none makes a look of its own. */
export const looks = {
  title: { font: { name: family, size: 16, bold: true, color: { argb: blue } } },
  subtitle: { font: { name: family, size: 10, color: { argb: grey } } },
  warning: { font: { name: family, size: 10, bold: true, color: { argb: "FFFFFFFF" } }, fill: solid("FFB3261E") },
  section: {
    font: { name: family, size: 12, bold: true, color: { argb: blue } },
    border: { bottom: { style: "medium", color: { argb: blue } } },
  },
  note: { font: { name: family, size: 9, italic: true, color: { argb: grey } } },
  header: { font: { name: family, size: 10, bold: true, color: { argb: "FFFFFFFF" } }, fill: solid(blue) },
  subheader: { font: { name: family, size: 9, bold: true, color: { argb: blue } }, fill: solid("FFDCE5F0") },
  body: { font: { name: family, size: 10 }, border: hairline },
  strong: { font: { name: family, size: 10, bold: true }, border: hairline },
  total: { font: { name: family, size: 10, bold: true }, fill: solid("FFF1F4F8"), border: hairline },
} satisfies Record<string, { font: Partial<Font>; fill?: Fill; border?: Partial<Borders> }>;

export type Look = keyof typeof looks;

/** Number formats; the locale makes them French wherever the file is opened. */
export const formats = {
  number: "[$-40C]#,##0",
  euros: '[$-40C]#,##0.00" €"',
  wholeEuros: '[$-40C]#,##0" €"',
  rate: "[$-40C]0.0 %",
} as const;

export function paint(cell: Cell, look: Look, alignment: Partial<Cell["alignment"]> = {}): void {
  Object.assign(cell, looks[look]);
  const indent = alignment.horizontal === "right" ? { indent: 1 } : {};
  cell.alignment = { vertical: "middle", wrapText: true, ...indent, ...alignment };
}

/** Most letters are narrower than the digit that column widths are counted in. */
const LETTER = 0.87;

/** Lines that a text takes in a column of a width, both counted in characters. */
export function lines(text: string, width: number): number {
  return Math.max(1, Math.ceil((text.length * LETTER) / width));
}

/** Spreadsheet programs do not agree on the height of wrapped text: each row says its own. */
export function heighten(row: Row, count: number): void {
  row.height = 2 + 13 * count;
}
