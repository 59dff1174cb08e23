import type { Genre, GraphiquePublie } from "../../../dashboard/index.ts";
import { escapeHtml } from "../../html.ts";
import { valueText } from "../values.ts";
import { barsSvg } from "./chart-bars.ts";
import { columnsSvg } from "./chart-columns.ts";
import { linesSvg } from "./chart-lines.ts";
import { pyramidSvg } from "./chart-pyramid.ts";
import { ringSvg } from "./chart-ring.ts";
import type { Drawing } from "./drawing.ts";
import { scrolled } from "./table.ts";

const WIDTH = 640;
const drawings: Record<Genre, (chart: GraphiquePublie) => Drawing> = {
  colonnes: columnsSvg,
  barres: barsSvg,
  pyramide: pyramidSvg,
  anneau: ringSvg,
  courbes: linesSvg,
};

/** A chart, with the table of its values under it. */
export function chartHtml(chart: GraphiquePublie): string {
  const { id, titre, unite, genre, series } = chart;
  const { height, content } = drawings[genre](chart);
  const keys = series.length > 1 ? legend(chart, height) : "";
  const svg = `<svg viewBox="0 0 ${WIDTH} ${height + (keys === "" ? 0 : 24)}" role="img" aria-labelledby="g-${id}">${content}${keys}</svg>`;
  return `<figure><figcaption id="g-${id}">${escapeHtml(titre)} (${escapeHtml(unite)})</figcaption>${scrolled(titre, svg)}<details><summary>Les valeurs du graphique</summary>${scrolled(`Valeurs : ${titre}`, tableOf(chart))}</details></figure>`;
}

function legend({ series }: GraphiquePublie, top: number): string {
  const step = (WIDTH - 40) / series.length;
  return series
    .map(({ libelle }, rank) => {
      const x = 40 + rank * step;
      return `<rect class="c${rank}" x="${x}" y="${top + 4}" width="12" height="12"/><text x="${x + 18}" y="${top + 14}">${escapeHtml(libelle)}</text>`;
    })
    .join("");
}

function tableOf({ titre, unite, axe, categories, series }: GraphiquePublie): string {
  const head = series.map(({ libelle }) => `<th scope="col">${escapeHtml(libelle)}</th>`).join("");
  const body = categories.map((libelle, rank) => {
    const cells = series.map(({ points }) => `<td>${valueText(points[rank] ?? { valeur: null }, unite)}</td>`).join("");
    return `<tr><th scope="row">${escapeHtml(libelle)}</th>${cells}</tr>`;
  });
  return `<table><caption>${escapeHtml(titre)}, en ${escapeHtml(unite)}</caption><thead><tr><th scope="col">${escapeHtml(axe)}</th>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}
