import type { Workbook, Worksheet } from "exceljs";
import type { FigurePubliee, TableauDeBord } from "../../../dashboard/index.ts";
import { periode } from "../../dashboard/periode.ts";
import { marksText } from "../../dashboard/secret.ts";
import { formats, paint } from "../style.ts";
import { newSheet } from "../workbook.ts";

/** Rows that each sheet begins with: its title, the period, a line on secrecy, a narrow space. */
export const FRAME = 4;

/** A sheet with its columns, its heading and, for what must not leave the house, its warning. */
export function framedSheet(
  workbook: Workbook,
  name: string,
  widths: readonly number[],
  report: TableauDeBord,
  frozen: { frozenRows?: number; frozenColumns?: number } = {},
): Worksheet {
  const sheet = newSheet(workbook, name, { frozenRows: FRAME, ...frozen });
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const heading = [
    ["title", `${name}`, 26],
    ["subtitle", `${report.presentation.titre} – ${periode(report)}`, 16],
    report.secret === undefined
      ? (["warning", "Données confidentielles – diffusion interne : rien n'est masqué, ne pas transmettre.", 18] as const)
      : (["note", marksText(report.secret), 16] as const),
  ] as const;
  heading.forEach(([look, text, height], index) => {
    const row = sheet.getRow(index + 1);
    row.height = height;
    // The warning spans the sheet; the others run over empty cells, so that the first column may be frozen.
    for (let column = 1; column <= (look === "warning" ? widths.length : 1); column += 1)
      paint(row.getCell(column), look, { wrapText: false });
    row.getCell(1).value = text;
  });
  sheet.getRow(FRAME).height = 8;
  return sheet;
}

/** What stands for a value: the number, « s » when hidden, a dash for the mean of nobody. */
export function shown({ valeur, secret }: Pick<FigurePubliee, "valeur" | "secret">): number | string {
  return secret ? "s" : (valeur ?? "–");
}

export function formatOf(unite: string | undefined): string {
  return unite === "euros" ? formats.euros : formats.number;
}
