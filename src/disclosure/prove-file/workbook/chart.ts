import type { Harmless } from "../texts.ts";
import { isLineEnd, readXml, type Tag } from "../xml.ts";
import { CHART } from "./chart-form.ts";
import { FORMAT, tagFaults } from "./form.ts";
import type { Sheet } from "./sheet.ts";

type Cell = string | number | undefined;

/** What is known while a chart is read: the cells that it points at, where it is in them, and which series or part comes next. */
interface Reading {
  range: Cell[];
  index: number;
  series: number;
  slices: number;
  next: number;
  shown: number[];
  bounds: Tag[];
}

/** What a chart keeps for itself must be what stands in the cells it points at, which are audited on their own. */
export function chartFaults(part: string, xml: string, sheets: readonly Sheet[], harmless: Harmless): string[] {
  const faults: string[] = [];
  const reading: Reading = { range: [], index: -1, series: 0, slices: 0, next: 0, shown: [], bounds: [] };
  readXml(xml, {
    open: (tag) => {
      faults.push(...tagFaults(CHART, tag));
      if (!isInPlace(tag, reading)) faults.push(`${tag.name} : ${Object.values(tag.attributes).join(" ")}`);
    },
    text: (text, parent) => {
      if (parent === "c:f") reading.range = cellsOf(text, sheets);
      const isPoint = parent === "c:v" && reading.index >= 0;
      if (!(isPoint ? isShown(text, reading) : isSaid(text, parent, reading, harmless))) faults.push(text);
    },
    close: (name) => {
      if (!/^c:(str|num)Cache$/.test(name)) return;
      if (nextShown(reading) >= 0) faults.push(`${name}, point de moins`);
      reading.index = -1;
    },
  });
  const odd = reading.bounds.filter((bound) => !isBound(bound, boundOf(reading.shown)));
  return [...faults, ...odd.map(({ name, attributes }) => `${name} : ${attributes.val}`)].map((fault) => `${part} : ${fault}`);
}

/** Whether an element is where it says; those of points that have nothing to show are passed over, and no other. */
function isInPlace(tag: Tag, reading: Reading): boolean {
  const { val, idx, formatCode } = tag.attributes;
  switch (tag.name) {
    case "c:ser":
      Object.assign(reading, { next: reading.series, series: reading.series + 1, slices: 0 });
      return true;
    case "c:dPt":
      Object.assign(reading, { next: reading.slices, slices: reading.slices + 1 });
      return true;
    case "c:idx":
    case "c:order":
      return val === String(reading.next);
    case "c:ptCount":
      return val === String(reading.range.length);
    case "c:pt":
      reading.index = nextShown(reading);
      return idx === String(reading.index);
    case "c:min":
    case "c:max":
    case "c:majorUnit":
      reading.bounds.push(tag);
      return true;
    default:
      return formatCode === undefined || isFormat(formatCode);
  }
}

const nextShown = ({ range, index }: Reading): number => range.findIndex((cell, rank) => rank > index && cell !== undefined && cell !== "");

function isShown(text: string, { range, index, shown }: Reading): boolean {
  const cell = range[index];
  if (typeof cell === "number") shown.push(cell);
  return String(cell) === text;
}

function isSaid(text: string, parent: string, { range }: Reading, harmless: Harmless): boolean {
  if (parent === "c:f") return range.length > 0;
  if (parent === "c:formatCode") return isFormat(text);
  return /^(a:t|c:v)$/.test(parent) ? harmless(text) : isLineEnd(text, parent);
}

const isFormat = (format: string): boolean => format.split(";").every((one) => FORMAT.test(one));

/** The end of an axis that runs to both sides: the next of 2, 4, 10, 20, 40, 100… */
function boundOf(shown: readonly number[]): number {
  const largest = Math.max(1, ...shown);
  let end = 2;
  while (end < largest) end *= /^4/.test(String(end)) ? 2.5 : 2;
  return end;
}

/** An axis begins at zero or as far to the other side, and is marked in its middle. */
function isBound({ name, attributes: { val } }: Tag, end: number): boolean {
  const ends: Readonly<Record<string, number[]>> = { "c:min": [0, -end], "c:max": [end], "c:majorUnit": [end / 2] };
  return ends[name]?.some((one) => String(one) === val) ?? false;
}

/** « 'Synthèse'!$B$4:$B$11 », down one column. */
function cellsOf(range: string, sheets: readonly Sheet[]): Cell[] {
  const [, name, column = "", first, last] = /^'(.+)'!\$([A-Z])\$([1-9]\d*):\$\2\$([1-9]\d*)$/.exec(range) ?? [];
  const sheet = sheets.find((one) => one.name === name?.replaceAll("''", "'"));
  const [from, to] = [Number(first), Number(last)];
  return (sheet?.rows.slice(from - 1, to) ?? []).map(({ cells }) => cells[column.charCodeAt(0) - 65]);
}
