import type { GraphiquePublie } from "../../../dashboard/index.ts";
import { escapeHtml } from "../../html.ts";
import type { Drawing } from "./drawing.ts";
import { labelOf, round, ticksOf } from "./scale.ts";

const [LEFT, TOP, WIDTH, BAR] = [170, 8, 370, 18];

/** Bars from left to right under each other, their values at their ends. */
export function barsSvg(chart: GraphiquePublie): Drawing {
  const { categories, series, unite } = chart;
  const scale = WIDTH / (ticksOf(chart).at(-1) ?? 1);
  const slot = BAR * series.length + 12;
  const rows = categories.map((name, place) => {
    const top = TOP + slot * place;
    const bars = series.map(({ points }, rank) => {
      const point = points[place] ?? { valeur: null };
      const y = top + rank * BAR;
      const width = round((point.valeur ?? 0) * scale);
      return `<rect class="c${rank}" x="${LEFT}" y="${y}" width="${width}" height="${BAR - 2}"/><text x="${LEFT + width + 6}" y="${y + 12}">${labelOf(point, unite)}</text>`;
    });
    return `<text x="${LEFT - 8}" y="${top + (BAR * series.length) / 2 + 3}" text-anchor="end">${escapeHtml(name)}</text>${bars.join("")}`;
  });
  const foot = TOP + slot * categories.length;
  const base = `<line class="base" x1="${LEFT}" x2="${LEFT}" y1="${TOP - 4}" y2="${foot - 6}"/>`;
  return { height: foot + 4, content: rows.join("") + base };
}
