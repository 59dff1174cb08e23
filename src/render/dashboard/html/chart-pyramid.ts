import type { GraphiquePublie, Point } from "../../../dashboard/index.ts";
import { escapeHtml } from "../../html.ts";
import type { Drawing } from "./drawing.ts";
import { labelOf, round, ticksOf } from "./scale.ts";

const [LEFT, MIDDLE, HALF, TOP, SLOT] = [120, 375, 215, 8, 26];

/** The first series to the left, the second to the right, the first category at the foot. */
export function pyramidSvg(chart: GraphiquePublie): Drawing {
  const { categories, series, unite } = chart;
  const scale = HALF / (ticksOf(chart).at(-1) ?? 1);
  const bar = (point: Point, rank: number, y: number): string => {
    const width = round((point.valeur ?? 0) * scale);
    const isLeft = rank === 0;
    const x = isLeft ? MIDDLE - width : MIDDLE;
    const label = isLeft ? `x="${round(x - 6)}" text-anchor="end"` : `x="${round(x + width + 6)}"`;
    return `<rect class="c${rank}" x="${round(x)}" y="${y}" width="${width}" height="${SLOT - 6}"/><text ${label} y="${y + 14}">${labelOf(point, unite)}</text>`;
  };
  const rows = categories.map((name, place) => {
    const y = TOP + SLOT * (categories.length - 1 - place);
    const bars = series.slice(0, 2).map(({ points }, rank) => bar(points[place] ?? { valeur: null }, rank, y));
    return `<text x="${LEFT}" y="${y + 14}" text-anchor="end">${escapeHtml(name)}</text>${bars.join("")}`;
  });
  const foot = TOP + SLOT * categories.length;
  const base = `<line class="base" x1="${MIDDLE}" x2="${MIDDLE}" y1="${TOP - 4}" y2="${foot - 2}"/>`;
  return { height: foot + 4, content: rows.join("") + base };
}
