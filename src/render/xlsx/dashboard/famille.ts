import type { Workbook, Worksheet } from "exceljs";
import type { TableauDeBord, TablePubliee } from "../../../dashboard/index.ts";
import { FRAME, framedSheet } from "./frame.ts";
import { addTable, breadth, LABELS, VALUES } from "./table.ts";

/** An A4 page lying down less its margins, in points; a character of a column is about this wide. */
const PAGE = { width: 780, height: 510 };
const CHARACTER = 5.25;

/** One sheet for a family of tables, one under the other; a table is not cut by the end of a page. */
export function addFamille(workbook: Workbook, name: string, tables: readonly TablePubliee[], report: TableauDeBord): void {
  const columns = Math.max(...tables.map(breadth));
  const widths = [LABELS, ...Array.from({ length: columns }, () => VALUES)];
  const sheet = framedSheet(workbook, name, widths, report, 1);
  const scale = Math.min(1, PAGE.width / (CHARACTER * widths.reduce((sum, width) => sum + width, 0)));
  const room = PAGE.height / scale - heightOf(sheet, 1, FRAME);
  let used = 0;
  for (const table of tables) {
    const before = sheet.rowCount;
    addTable(sheet, table, report);
    const height = heightOf(sheet, before + 1, sheet.rowCount);
    if (used > 0 && used + height > room) {
      sheet.getRow(before).addPageBreak();
      used = 0;
    }
    used += height;
  }
}

function heightOf(sheet: Worksheet, from: number, to: number): number {
  let height = 0;
  for (let row = from; row <= to; row += 1) height += sheet.getRow(row).height ?? 16;
  return height;
}
