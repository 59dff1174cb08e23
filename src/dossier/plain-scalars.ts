import type { Placed } from "./place.ts";

/** Thrown by the plain reader at the first thing it does not know. */
export const GIVE_UP = Symbol("give up");

const integer = /^[-+]?[0-9]{1,15}$/;
const decimal = /^[-+]?[0-9]{1,15}\.[0-9]{1,15}$/;
/** What YAML may read as a number, a boolean or nothing, and that is not one of the forms above: not ours to decide. */
const ambiguous = /^([-+]?\.?[0-9][0-9_.]*([eE][-+]?[0-9]*)?|[-+]?\.(inf|nan)|0[ox].*|[-+.]+)$/i;
const words = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
  ["~", null],
]);
const oddWords = /^(true|false|null)$/i;

/** A quoted or plain one-line value that ends with its line, a comment apart. */
export function scalarValue(text: string, from: number, to: number): Placed {
  const first = text[from];
  if (first === '"' || first === "'") {
    const end = quotedEnd(text, from, to);
    if (!/^( *| +#.*)$/.test(text.slice(end, to))) throw GIVE_UP;
    return { data: text.slice(from + 1, end - 1), value: [from, end] };
  }
  const comment = text.indexOf(" #", from);
  const raw = trimSpaces(text.slice(from, comment === -1 || comment > to ? to : comment));
  if (/^[[\]{},#&*!|>%@`"']|^[-?:]( |$)|: |:$/.test(raw)) throw GIVE_UP;
  return { data: resolve(raw), value: [from, from + raw.length] };
}

/** Only plain spaces: to YAML the others are letters. */
function trimSpaces(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 32) end -= 1;
  return text.slice(0, end);
}

/** The offset after a closing quote; escapes are left to the exact reader. */
function quotedEnd(text: string, from: number, to: number): number {
  const quote = text[from] ?? "";
  const close = text.indexOf(quote, from + 1);
  if (close === -1 || close >= to || (quote === "'" && text[close + 1] === "'")) throw GIVE_UP;
  if (quote === '"' && text.slice(from, close).includes("\\")) throw GIVE_UP;
  return close + 1;
}

/** What a plain word means in YAML 1.2, core schema. */
function resolve(raw: string): unknown {
  const code = raw.charCodeAt(0);
  const mayBeNumber = (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
  if (mayBeNumber) {
    if (integer.test(raw) || decimal.test(raw)) return Number(raw);
    if (ambiguous.test(raw)) throw GIVE_UP;
    return raw;
  }
  const word = words.get(raw);
  if (word !== undefined || words.has(raw)) return word;
  if (oddWords.test(raw)) throw GIVE_UP;
  return raw;
}

/** A list or a map written on one line, `[a, "b"]`, `{le: 2025-01-31, par: tuteur}`, one inside another if need be. */
export function flowValue(text: string, from: number, to: number): Placed {
  const cursor = { text, at: from, to };
  const placed = flow(cursor);
  if (!/^( *| +#.*)$/.test(text.slice(cursor.at, to))) throw GIVE_UP;
  return placed;
}

interface Cursor {
  text: string;
  at: number;
  to: number;
}

function skipSpaces(cursor: Cursor): string {
  while (cursor.at < cursor.to && cursor.text.charCodeAt(cursor.at) === 32) cursor.at += 1;
  return cursor.at < cursor.to ? (cursor.text[cursor.at] ?? "") : "";
}

function flow(cursor: Cursor): Placed {
  const first = skipSpaces(cursor);
  if (first === "[") return flowList(cursor);
  if (first === "{") return flowMap(cursor);
  return flowScalar(cursor);
}

function flowList(cursor: Cursor): Placed {
  const items: Placed[] = [];
  cursor.at += 1;
  while (skipSpaces(cursor) !== "]") {
    if (items.length > 0) comma(cursor);
    items.push(flow(cursor));
  }
  cursor.at += 1;
  return { data: items.map(({ data }) => data), items };
}

const flowKey = /([A-Za-z_][A-Za-z0-9_]*):(?= )/y;

function flowMap(cursor: Cursor): Placed {
  const entries = new Map<string, Placed>();
  cursor.at += 1;
  while (skipSpaces(cursor) !== "}") {
    if (entries.size > 0) comma(cursor);
    skipSpaces(cursor);
    flowKey.lastIndex = cursor.at;
    const key = flowKey.exec(cursor.text)?.[1];
    if (key === undefined || /^(null|true|false|__proto__)$/i.test(key) || entries.has(key)) throw GIVE_UP;
    const from = cursor.at;
    cursor.at += key.length + 1;
    entries.set(key, { ...flow(cursor), key: [from, from + key.length] });
  }
  cursor.at += 1;
  return { data: Object.fromEntries([...entries].map(([key, { data }]) => [key, data])), entries };
}

function comma(cursor: Cursor): void {
  if (skipSpaces(cursor) !== ",") throw GIVE_UP;
  cursor.at += 1;
}

function flowScalar(cursor: Cursor): Placed {
  const { text, at: from, to } = cursor;
  const first = text[from];
  if (first === '"' || first === "'") {
    cursor.at = quotedEnd(text, from, to);
    return { data: text.slice(from + 1, cursor.at - 1), value: [from, cursor.at] };
  }
  const raw = trimSpaces(/[^,[\]{}]*/y.exec(text.slice(from, to))?.[0] ?? "");
  if (raw === "" || /^[#&*!|>%@`"']|^[-?:]( |$)|:|#/.test(raw)) throw GIVE_UP;
  cursor.at = from + raw.length;
  return { data: resolve(raw), value: [from, from + raw.length] };
}
