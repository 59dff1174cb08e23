import { box, type Chart, type Drawing, label, line, type Setting, type Shape, size, text } from "../page/shapes.ts";
import type { ProvedValue } from "../proved.ts";

const FOOT = 238;
const HIGH = 220;

function grid(right: number, unite: string, { ticks, end }: Setting): Shape[] {
  return ticks.flatMap((tick) => {
    const y = FOOT - (tick * HIGH) / end;
    return [line("grille", 50, right, y, y), text(44, y + 4, label({ valeur: tick }, unite), "axe")];
  });
}

/** Columns side by side for each category, over a grid. */
export function columns({ categories, series, unite }: Chart, setting: Setting): Drawing {
  const slot = 580 / categories.length;
  const wide = Math.min(42, (slot * 0.8) / series.length);
  const shapes = series.flatMap(({ points }, rank) =>
    points.flatMap((point, place) => {
      const x = 50 + slot * (place + 0.5) + (rank - series.length / 2) * wide;
      const high = (size(point) * HIGH) / setting.end;
      return [box(rank, x, FOOT - high, wide - 1, high), text(x + wide / 2, FOOT - high - 4, label(point, unite))];
    }),
  );
  const names = categories.map((name, place) => text(50 + slot * (place + 0.5), FOOT + 16, name));
  return {
    height: FOOT + 14 * setting.lines + 14,
    shapes: [...grid(630, unite, setting), ...shapes, line("base", 50, 630, FOOT, FOOT), ...names],
  };
}

/** A line for each series over a grid, broken where a value is hidden or missing. */
export function curves({ categories, series, unite }: Chart, setting: Setting): Drawing {
  const x = (place: number): number => 50 + (570 / categories.length) * (place + 0.5);
  const y = (point: ProvedValue): number => FOOT - (size(point) * HIGH) / setting.end;
  const shapes = series.flatMap(({ points }, rank): Shape[] => {
    const known = points.map((point, place) => ({ point, place })).filter(({ point }) => point.valeur !== null);
    const starts = known.filter(({ place }, index) => known[index - 1]?.place !== place - 1).map(({ place }) => place);
    const pieces = starts.map((start, index) => known.filter(({ place }) => place >= start && place < (starts[index + 1] ?? Infinity)));
    const turns = pieces.map((piece) => piece.flatMap(({ point, place }) => [x(place), y(point)]));
    return [
      ...turns.map((one) => ({ tag: "polyline", kind: `c${rank}`, line: one })),
      ...known.flatMap(({ point, place }) => [
        { tag: "circle", kind: `c${rank}`, at: { cx: x(place), cy: y(point), r: 4 } },
        text(x(place), y(point) - 8, label(point, unite)),
      ]),
    ];
  });
  const names = categories.map((name, place) => text(x(place), FOOT + 18, name));
  return { height: FOOT + 30, shapes: [...grid(620, unite, setting), ...shapes, ...names] };
}
