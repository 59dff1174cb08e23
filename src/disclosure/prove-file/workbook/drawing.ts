import { box, type Chart, type Drawing, label, line, type Setting, type Shape, size, text } from "../page/shapes.ts";
import { columns, curves } from "./axes.ts";

const drawings: Readonly<Record<string, (chart: Chart, setting: Setting) => Drawing>> = {
  colonnes: columns,
  courbes: curves,
  barres: bars,
  pyramide: pyramid,
  anneau: ring,
};

/**
 * The drawing that proved values give, from what is known of a page's layout and nothing of what draws it: whatever else stands in a
 * drawing comes from elsewhere. A kind of chart that is not known here has no shape at all.
 */
export function drawingOf(chart: Chart, lines: number): Drawing {
  const ticks = ticksOf(chart);
  const { height, shapes } = drawings[chart.genre]?.(chart, { ticks, end: ticks.at(-1) ?? 1, lines }) ?? { height: 0, shapes: [] };
  const { length } = chart.series;
  if (length < 2) return { height, shapes };
  const keys = chart.series.flatMap(({ libelle }, rank) => {
    const x = 40 + (600 * rank) / length;
    return [box(rank, x, height + 4, 12, 12), text(x + 18, height + 14, libelle)];
  });
  return { height: height + 24, shapes: [...shapes, ...keys] };
}

/** From zero by 1, 2, 5, 10, 20… so that five steps at most pass the largest value. */
function ticksOf({ series }: Chart): number[] {
  const largest = Math.max(1, ...series.flatMap(({ points }) => points.map(size)));
  let step = 1;
  for (let rank = 1; step * 5 < largest; rank += 1) step = 10 ** Math.floor(rank / 3) * ([1, 2, 5][rank % 3] ?? 1);
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, rank) => rank * step);
}

function bars({ categories, series, unite }: Chart, { end }: Setting): Drawing {
  const slot = 18 * series.length + 12;
  const foot = 8 + slot * categories.length;
  const shapes = categories.flatMap((name, place) => [
    text(162, 11 + slot * place + 9 * series.length, name),
    ...series.flatMap(({ points }, rank) => {
      const [point, y] = [points[place] ?? { valeur: null }, 8 + slot * place + 18 * rank];
      const wide = (size(point) * 370) / end;
      return [box(rank, 170, y, wide, 16), text(176 + wide, y + 12, label(point, unite))];
    }),
  ]);
  return { height: foot + 4, shapes: [...shapes, line("base", 170, 170, 4, foot - 6)] };
}

function pyramid({ categories, series, unite }: Chart, { end }: Setting): Drawing {
  const foot = 8 + 26 * categories.length;
  const shapes = categories.flatMap((name, place) => {
    const y = foot - 26 * (place + 1);
    const sides = series.slice(0, 2).flatMap(({ points }, rank) => {
      const point = points[place] ?? { valeur: null };
      const wide = (size(point) * 215) / end;
      const [start, beside] = rank === 0 ? [375 - wide, 369 - wide] : [375, 381 + wide];
      return [box(rank, start, y, wide, 20), text(beside, y + 14, label(point, unite))];
    });
    return [text(120, y + 14, name), ...sides];
  });
  return { height: foot + 4, shapes: [...shapes, line("base", 375, 375, 4, foot - 2)] };
}

/** From the top clockwise; a whole turn stops just before its beginning. */
function ring({ categories, series: [first], unite }: Chart): Drawing {
  const points = first?.points ?? [];
  const total = points.reduce((sum, point) => sum + size(point), 0);
  const on = (share: number, radius: number): number[] => [
    150 + radius * Math.sin(2 * Math.PI * share),
    140 - radius * Math.cos(2 * Math.PI * share),
  ];
  let from = 0;
  const parts = points.flatMap((point, rank): Shape[] => {
    const start = from;
    from += total === 0 ? 0 : size(point) / total;
    const stop = Math.min(from, start + 0.9999);
    const large = stop - start > 0.5 ? 1 : 0;
    const turns = [...on(start, 125), 125, 125, 0, large, 1, ...on(stop, 125), ...on(stop, 68), 68, 68, 0, large, 0, ...on(start, 68)];
    return size(point) === 0 ? [] : [{ tag: "path", kind: `c${rank} part`, line: turns }];
  });
  const empty: Shape[] = total === 0 ? [{ tag: "circle", kind: "base", at: { cx: 150, cy: 140, r: 125 } }] : [];
  const keys = categories.flatMap((name, rank) => {
    const y = 70 + 28 * rank;
    return [box(rank, 330, y - 11, 14, 14), text(352, y, `${name} : ${label(points[rank] ?? { valeur: null }, unite)}`)];
  });
  return { height: 280, shapes: [...parts, ...empty, ...keys] };
}
