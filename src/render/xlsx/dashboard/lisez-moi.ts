import type { Workbook, Worksheet } from "exceljs";
import type { TableauDeBord } from "../../../dashboard/index.ts";
import { type Entry, sections } from "../../dashboard/lisez-moi.ts";
import { heighten, lines, paint } from "../style.ts";
import { framedSheet } from "./frame.ts";

const WIDTHS = [30, 110];

/** The first sheet: what the workbook is, how to read it, how people are protected, where the figures come from. */
export function addLisezMoi(workbook: Workbook, report: TableauDeBord): void {
  const sheet = framedSheet(workbook, "Lisez-moi", WIDTHS, report);
  for (const [title, entries] of sections(report)) addSection(sheet, title, entries);
}

function addSection(sheet: Worksheet, title: string, entries: readonly Entry[]): void {
  const heading = sheet.addRow([title]);
  for (const column of [1, 2]) paint(heading.getCell(column), "section", { wrapText: false });
  heading.height = 20;
  for (const [label, text] of entries) {
    const row = sheet.addRow([label, text]);
    paint(row.getCell(1), "strong", { vertical: "top" });
    paint(row.getCell(2), "body", { vertical: "top" });
    heighten(row, lines(text, WIDTHS[1] ?? 1));
  }
  sheet.addRow([]).height = 8;
}
