import type { Workbook, Worksheet } from "exceljs";
import type { TableauDeBord, TablePubliee } from "../../../dashboard/index.ts";
import { FRAME, framedSheet } from "./frame.ts";
import { CHARACTER, heightOf, PAGE } from "./pages.ts";
import { AMOUNTS, addTable, breadth, LABELS, VALUES } from "./table.ts";

/** Below this a page is not read any more. */
const SMALLEST = 0.6;

/** One sheet for a family of tables, one under the other; a table is not cut by the end of a page. */
export function addFamille(workbook: Workbook, name: string, tables: readonly TablePubliee[], report: TableauDeBord): void {
  const columns = Math.max(...tables.map(breadth));
  const width = tables.some(({ unite }) => unite === "euros") ? AMOUNTS : VALUES;
  const widths = [LABELS, ...Array.from({ length: columns }, () => width)];
  const sheet = framedSheet(workbook, name, widths, report, { frozenColumns: 1 });
  const ends = tables.map((table) => {
    addTable(sheet, table, report);
    return sheet.rowCount;
  });
  const starts = [FRAME + 1, ...ends.map((end) => end + 1)];
  const heights = ends.map((end, rank) => heightOf(sheet, starts[rank] ?? end, end));
  const frame = heightOf(sheet, 1, FRAME);
  const fitting = PAGE.width / (CHARACTER * widths.reduce((sum, each) => sum + each, 0));
  const scale = Math.max(SMALLEST, Math.min(1, fitting, PAGE.height / (frame + Math.max(...heights))));
  if (scale < fitting) Object.assign(sheet.pageSetup, { fitToPage: false, scale: Math.floor(100 * scale) });
  breakPages(sheet, heights, starts, PAGE.height / scale - frame);
}

/** Before each table that has no room left on its page. */
function breakPages(sheet: Worksheet, heights: readonly number[], starts: readonly number[], room: number): void {
  let used = 0;
  heights.forEach((height, rank) => {
    if (used > 0 && used + height > room) {
      sheet.getRow((starts[rank] ?? 1) - 1).addPageBreak();
      used = 0;
    }
    used += height;
  });
}
