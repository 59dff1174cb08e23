import type { Workbook, Worksheet } from "exceljs";
import type { FigurePubliee, TableauDeBord, TauxPublie } from "../../../dashboard/index.ts";
import type { ChartSpec } from "../chart-spec.ts";
import { formats, heighten, type Look, lines, paint } from "../style.ts";
import { FRAME, formatOf, framedSheet, shown } from "./frame.ts";
import { addGraphiques } from "./graphiques.ts";

/** Figures and their values, a space, rates with their values and what they divide: one page. Below, tables and their charts. */
const WIDTHS = [48, 16, 16, 16, 3, 34, 12, 50];
const FIGURES = 1;
const RATES = 6;

/** What is written in a place: a look, the texts or numbers from a column on, the format of the second one. */
interface Entry {
  look: Look;
  values: readonly (string | number)[];
  format?: string;
}

/** The sheet of the key figures, by block, of the rates beside them, and of the charts below, which it gives to be drawn. */
export function addSynthese(workbook: Workbook, report: TableauDeBord): ChartSpec[] {
  const sheet = framedSheet(workbook, "Synthèse", WIDTHS, report);
  addColumn(sheet, FIGURES, figuresOf(report.figures));
  addColumn(sheet, RATES, ratesOf(report.taux));
  return addGraphiques(sheet, report, { widths: WIDTHS, from: RATES, to: WIDTHS.length });
}

function figuresOf(figures: readonly FigurePubliee[]): (Entry | undefined)[] {
  return [...new Set(figures.map(({ groupe }) => groupe))].flatMap((groupe) => [
    { look: "section", values: [groupe, ""] } satisfies Entry,
    ...figures
      .filter((figure) => figure.groupe === groupe)
      .map((figure): Entry => ({ look: "body", values: [figure.libelle, shown(figure)], format: formatOf(figure.unite) })),
    undefined,
  ]);
}

function ratesOf(taux: readonly TauxPublie[]): Entry[] {
  return [
    { look: "section", values: ["Taux", "", "Calculé ainsi"] },
    ...taux.map((one): Entry => {
      const formula = `${one.numerateur.libelle} ÷ ${one.denominateur.libelle.toLowerCase()}`;
      return { look: "body", values: [one.libelle, shown(one), formula], format: formats.rate };
    }),
  ];
}

function addColumn(sheet: Worksheet, from: number, entries: readonly (Entry | undefined)[]): void {
  entries.forEach((entry, index) => {
    const row = sheet.getRow(FRAME + 1 + index);
    if (entry === undefined) return;
    const { look, values, format } = entry;
    values.forEach((value, place) => {
      const cell = row.getCell(from + place);
      cell.value = value;
      const isValue = place === 1 && look !== "section";
      paint(cell, isValue ? "strong" : look, {
        wrapText: look !== "section" && place !== 1,
        horizontal: place === 1 ? "right" : "left",
      });
      if (isValue && format !== undefined) cell.numFmt = format;
    });
    const needed = Math.max(...values.map((value, place) => (typeof value === "string" ? lines(value, WIDTHS[from + place - 1] ?? 1) : 1)));
    if ((row.height ?? 0) < 15 * needed) heighten(row, needed);
    if (look === "section") row.height = 20;
  });
}
