import { drawingOf } from "../workbook/drawing.ts";
import { childrenOf, type Element, ownText, textIn } from "./index.ts";
import type { Chart, Shape } from "./shapes.ts";

/** The shapes of a drawing that are not where the proved values of its chart put them, or that say something else. */
export function drawingFaults(svg: Element, chart: Chart): string[] {
  const read = childrenOf(svg);
  const lines = Math.max(1, ...read.map((shape) => childrenOf(shape).length));
  const { height, shapes } = drawingOf(chart, lines);
  const size = (svg.attributes.viewBox ?? "").split(" ");
  const isSized = size.length === 4 && [0, 0, 640, height].every((side, rank) => isNear(size[rank], side));
  const odd = read.filter((shape, rank) => !isSame(shape, shapes[rank]));
  return [
    ...(isSized && read.length === shapes.length ? [] : [`graphique ${chart.titre}, dimensions du dessin`]),
    ...odd.map((shape) => `graphique ${chart.titre}, ${shape.name} : ${textIn(shape) || Object.values(shape.attributes).join(" ")}`),
  ];
}

const NUMBER = /-?\d+(\.\d+)?(e-?\d+)?/g;
const LINES = /^(#,#( #,#)*|M# #A# # # # # # #L# #A# # # # # # #Z)?$/;

function isSame(shape: Element, expected: Shape | undefined): boolean {
  if (expected === undefined || shape.name !== expected.tag) return false;
  const parts = childrenOf(shape);
  const { class: kind = "", "text-anchor": anchor = "end", style = "fill:none", fill = "none", points, d, ...own } = shape.attributes;
  const line = points ?? d ?? "";
  const turns = line.match(NUMBER) ?? [];
  return (
    kind === (expected.kind ?? "") &&
    /^(start|middle|end)$/.test(anchor) &&
    style === "fill:none" &&
    fill === "none" &&
    LINES.test(line.replaceAll(NUMBER, "#")) &&
    turns.length === (expected.line ?? []).length &&
    turns.every((turn, rank) => isNear(turn, expected.line?.[rank])) &&
    (parts.length === 0 ? isAt(own, expected.at ?? {}) : Object.keys(own).length === 0 && arePartsAt(parts, expected.at ?? {})) &&
    saidBy(shape, parts) === (expected.says ?? "")
  );
}

const LINE_HEIGHT = 14;

/** The lines of a long name, under each other. */
function arePartsAt(parts: readonly Element[], { x = 0, y = 0 }: Readonly<Record<string, number>>): boolean {
  return parts.every((part, rank) => isAt(part.attributes, { x, y: y + LINE_HEIGHT * rank }));
}

function isAt(read: Readonly<Record<string, string>>, expected: Readonly<Record<string, number>>): boolean {
  const names = Object.keys(expected);
  return Object.keys(read).length === names.length && names.every((name) => isNear(read[name], expected[name]));
}

const PLAIN = /^-?\d+(\.\d+)?(e-?\d+)?$/;

/** Exact, or rounded to a tenth but for the noise of sums: further decimals could hold a number of their own. */
function isNear(read: string | undefined, expected: number | undefined): boolean {
  if (expected === undefined || !PLAIN.test(read ?? "")) return false;
  const [value, noise] = [Number(read), 1e-11];
  const gap = Math.abs(value - expected);
  return gap <= noise || (gap <= 0.05 + noise && Math.abs(value - Math.round(value * 10) / 10) <= noise);
}

function saidBy(shape: Element, parts: readonly Element[]): string {
  return parts.length === 0
    ? ownText(shape)
    : [ownText(shape), ...parts.map(textIn)].filter((text, rank) => rank > 0 || text !== "").join(" ");
}
