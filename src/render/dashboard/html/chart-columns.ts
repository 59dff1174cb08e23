import type { GraphiquePublie } from "../../../dashboard/index.ts";
import { escapeHtml } from "../../html.ts";
import type { Drawing } from "./drawing.ts";
import { axisText, labelOf, round, ticksOf, wrapped } from "./scale.ts";

const [LEFT, TOP, WIDTH, HEIGHT] = [50, 18, 580, 220];

/** Columns side by side for each category. */
export function columnsSvg(chart: GraphiquePublie): Drawing {
  const { categories, series, unite } = chart;
  const ticks = ticksOf(chart);
  const scale = HEIGHT / (ticks.at(-1) ?? 1);
  const foot = TOP + HEIGHT;
  const slot = WIDTH / categories.length;
  const bar = Math.min(42, (slot * 0.8) / series.length);
  const grid = ticks.map((tick) => {
    const y = round(foot - tick * scale);
    return `<line class="grille" x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${y}" y2="${y}"/><text class="axe" x="${LEFT - 6}" y="${y + 4}" text-anchor="end">${axisText(tick, unite)}</text>`;
  });
  const bars = series.flatMap(({ points }, rank) =>
    points.map((point, place) => {
      const x = LEFT + slot * (place + 0.5) + (rank - series.length / 2) * bar;
      const height = (point.valeur ?? 0) * scale;
      const label = `<text x="${round(x + bar / 2)}" y="${round(foot - height - 4)}" text-anchor="middle">${labelOf(point, unite)}</text>`;
      return `<rect class="c${rank}" x="${round(x)}" y="${round(foot - height)}" width="${round(bar - 1)}" height="${round(height)}"/>${label}`;
    }),
  );
  const names = categories.map((name, place) => {
    const x = round(LEFT + slot * (place + 0.5));
    const lines = wrapped(name, slot / 7.2).map((line, rank) => `<tspan x="${x}" y="${foot + 16 + 14 * rank}">${escapeHtml(line)}</tspan>`);
    return `<text text-anchor="middle">${lines.join("")}</text>`;
  });
  const deepest = Math.max(...categories.map((name) => wrapped(name, slot / 7.2).length));
  const base = `<line class="base" x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${foot}" y2="${foot}"/>`;
  return { height: foot + 14 * deepest + 14, content: [...grid, ...bars, base, ...names].join("") };
}
