import type { Worksheet } from "exceljs";

/** An A4 page lying down less its margins, in points; a character of a column is about this wide. */
export const PAGE = { width: 780, height: 510 };
export const CHARACTER = 5.25;

/** The height of some rows, in points. */
export function heightOf(sheet: Worksheet, from: number, to: number): number {
  let height = 0;
  for (let row = from; row <= to; row += 1) height += sheet.getRow(row).height ?? 16;
  return height;
}
