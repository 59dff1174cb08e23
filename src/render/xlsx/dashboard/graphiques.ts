import type { Worksheet } from "exceljs";
import type { Genre, GraphiquePublie, TableauDeBord } from "../../../dashboard/index.ts";
import type { ChartKind, ChartSpec } from "../chart-spec.ts";
import { rangeOf } from "../charts.ts";
import { formats, heighten, lines, paint } from "../style.ts";
import { FRAME, formatOf } from "./frame.ts";
import { CHARACTER, heightOf, PAGE } from "./pages.ts";

const kinds: Record<Genre, ChartKind> = { colonnes: "column", barres: "bar", pyramide: "pyramid", anneau: "doughnut", courbes: "line" };

/** How a chart is called in the text that stands for it. */
const words: Record<Genre, string> = {
  colonnes: "Histogramme",
  barres: "Diagramme en barres",
  pyramide: "Pyramide",
  anneau: "Diagramme en anneau",
  courbes: "Courbes",
};

/** Rows that a chart runs over, with the heading of its table; a longer table makes it longer. */
const ROWS = 15;
const ROW = 15;

/** Where the charts of a sheet stand: their table from the first column on, and they themselves between two other columns. */
interface Layout {
  widths: readonly number[];
  from: number;
  to: number;
}

/** Writes the table of each chart under the last row of a sheet, and gives the charts to draw beside them. */
export function addGraphiques(sheet: Worksheet, { graphiques }: TableauDeBord, { widths, from, to }: Layout): ChartSpec[] {
  const scale = Math.min(1, PAGE.width / (CHARACTER * widths.reduce((sum, width) => sum + width, 0)));
  const room = PAGE.height / scale - heightOf(sheet, 1, FRAME);
  let used = room;
  return graphiques.map((graphique) => {
    const before = sheet.rowCount;
    const { first, last, tableRow } = addBlock(sheet, graphique, widths);
    const height = heightOf(sheet, before + 1, last);
    if (used + height > room) {
      sheet.getRow(before).addPageBreak();
      used = 0;
    }
    used += height;
    return chartOf(sheet.name, graphique, { tableRow, from: { row: first, column: from }, to: { row: last, column: to + 1 } });
  });
}

function addBlock(sheet: Worksheet, { titre, unite, axe, categories, series }: GraphiquePublie, widths: readonly number[]) {
  const title = sheet.addRow([titre]);
  widths.forEach((_, index) => {
    paint(title.getCell(index + 1), "section", { wrapText: false });
  });
  title.height = 20;
  const note = sheet.addRow([`En ${unite}. Case vide : valeur masquée, ou sans objet.`]);
  paint(note.getCell(1), "note", { wrapText: false });
  const header = sheet.addRow([axe, ...series.map(({ libelle }) => libelle)]);
  [axe, ...series].forEach((_, index) => {
    paint(header.getCell(index + 1), "header", index === 0 ? {} : { horizontal: "right" });
  });
  heighten(header, Math.max(...series.map(({ libelle }, index) => lines(libelle, (widths[index + 1] ?? 1) - 3))));
  categories.forEach((libelle, rank) => {
    // A mark such as « s » would be drawn as a zero: what is hidden leaves its cell empty here, and has its mark in the tables.
    const row = sheet.addRow([libelle, ...series.map(({ points }) => points[rank]?.valeur ?? null)]);
    row.height = ROW;
    [libelle, ...series].forEach((_, index) => {
      const cell = row.getCell(index + 1);
      paint(cell, "body", { wrapText: false, ...(index > 0 && { horizontal: "right" }) });
      if (index > 0) cell.numFmt = formatOf(unite);
    });
  });
  const first = header.number;
  const last = first + Math.max(ROWS, categories.length + 1);
  for (let row = first + categories.length + 1; row <= last; row += 1) sheet.getRow(row).height = ROW;
  // A row that holds nothing is not counted by exceljs: this one is written, so that the next block begins behind it.
  sheet.getRow(last).getCell(1).value = "";
  return { first, last, tableRow: first + 1 };
}

function chartOf(
  sheet: string,
  { titre, genre, unite, axe, categories, series }: GraphiquePublie,
  { tableRow, ...place }: Pick<ChartSpec, "from" | "to"> & { tableRow: number },
): ChartSpec {
  const column = (index: number): string =>
    rangeOf(sheet, { row: tableRow, column: index }, { row: tableRow + categories.length - 1, column: index });
  return {
    sheet,
    ...place,
    kind: kinds[genre],
    title: titre,
    description: `${words[genre]} : ${titre}. Les valeurs sont dans le tableau à gauche (${axe.toLowerCase()} : ${series.map(({ libelle }) => libelle.toLowerCase()).join(", ")}).`,
    unit: unite,
    format: unite === "euros" ? formats.wholeEuros : formats.number,
    categories: { range: column(1), labels: categories },
    series: series.map(({ libelle, points }, index) => ({
      name: libelle,
      range: column(index + 2),
      values: points.map(({ valeur }) => valeur),
    })),
  };
}
