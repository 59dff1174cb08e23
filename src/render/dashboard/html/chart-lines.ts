import type { GraphiquePublie, Point } from "../../../dashboard/index.ts";
import { escapeHtml } from "../../html.ts";
import type { Drawing } from "./drawing.ts";
import { axisText, labelOf, round, ticksOf } from "./scale.ts";

const [LEFT, TOP, WIDTH, HEIGHT] = [50, 18, 570, 220];

/** A line per series, broken where a value is hidden or missing. */
export function linesSvg(chart: GraphiquePublie): Drawing {
  const { categories, series, unite } = chart;
  const ticks = ticksOf(chart);
  const scale = HEIGHT / (ticks.at(-1) ?? 1);
  const foot = TOP + HEIGHT;
  const slot = WIDTH / categories.length;
  const x = (place: number): number => round(LEFT + slot * (place + 0.5));
  const y = (valeur: number): number => round(foot - valeur * scale);
  const grid = ticks.map(
    (tick) =>
      `<line class="grille" x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${y(tick)}" y2="${y(tick)}"/><text class="axe" x="${LEFT - 6}" y="${y(tick) + 4}" text-anchor="end">${axisText(tick, unite)}</text>`,
  );
  const lines = series.flatMap(({ points }, rank) => [
    ...runs(points).map(
      (run) =>
        `<polyline class="c${rank}" style="fill:none" points="${run.map(([place, valeur]) => `${x(place)},${y(valeur)}`).join(" ")}"/>`,
    ),
    ...points.map((point, place) =>
      point.valeur === null
        ? ""
        : `<circle class="c${rank}" cx="${x(place)}" cy="${y(point.valeur)}" r="4"/><text x="${x(place)}" y="${y(point.valeur) - 8}" text-anchor="middle">${labelOf(point, unite)}</text>`,
    ),
  ]);
  const names = categories.map((name, place) => `<text x="${x(place)}" y="${foot + 18}" text-anchor="middle">${escapeHtml(name)}</text>`);
  return { height: foot + 30, content: [...grid, ...lines, ...names].join("") };
}

/** The known points, in pieces without a gap. */
function runs(points: readonly Point[]): [place: number, valeur: number][][] {
  const pieces: [number, number][][] = [];
  points.forEach(({ valeur }, place) => {
    if (valeur === null) return;
    const last = pieces.at(-1);
    if (last?.at(-1)?.[0] === place - 1) last.push([place, valeur]);
    else pieces.push([[place, valeur]]);
  });
  return pieces;
}
