import { type Placed, placedBlock, placedScalar } from "./place.ts";

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
/** The other writings of the same words. */
const oddWords = new Set(["True", "TRUE", "False", "FALSE", "Null", "NULL"]);
/** Keys that YAML reads as something else than a text, or that JavaScript keeps for itself. */
const oddKeys = new Set([...words.keys(), ...oddWords, "__proto__"]);

/** A quoted or plain one-line value that ends with its line, a comment apart. */
export function scalarValue(text: string, from: number, to: number): Placed {
  const first = text[from];
  if (first === '"' || first === "'") {
    const end = quotedEnd(text, from, to);
    if (!/^( *| +#.*)$/.test(text.slice(end, to))) throw GIVE_UP;
    return placedScalar(text.slice(from + 1, end - 1), from, end);
  }
  const line = text.slice(from, to);
  const comment = line.indexOf(" #");
  const raw = trimSpaces(comment === -1 ? line : line.slice(0, comment));
  if (isMarked(raw) || raw.includes(": ") || raw.endsWith(":")) throw GIVE_UP;
  return placedScalar(resolve(raw), from, from + raw.length);
}

/** Whether a word begins with a sign that YAML gives a meaning to. */
function isMarked(raw: string): boolean {
  const first = raw[0] ?? "";
  return "[]{},#&*!|>%@`\"'".includes(first) || ("-?:".includes(first) && (raw.length === 1 || raw[1] === " "));
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
  if (oddWords.has(raw)) throw GIVE_UP;
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
  return placedBlock(
    items.map(({ data }) => data),
    items,
  );
}

const flowKey = /[A-Za-z_][A-Za-z0-9_]*:(?= )/y;

function flowMap(cursor: Cursor): Placed {
  const data: Record<string, unknown> = {};
  const entries: Placed[] = [];
  cursor.at += 1;
  while (skipSpaces(cursor) !== "}") {
    if (entries.length > 0) comma(cursor);
    skipSpaces(cursor);
    flowKey.lastIndex = cursor.at;
    if (!flowKey.test(cursor.text)) throw GIVE_UP;
    const keyFrom = cursor.at;
    cursor.at = flowKey.lastIndex;
    const keyTo = cursor.at - 1;
    entries.push(addEntry(data, cursor.text, keyFrom, keyTo, () => flow(cursor)));
  }
  cursor.at += 1;
  return placedBlock(data, entries);
}

const knownKeys = new Map<string, string>();
const MOST_KNOWN_KEYS = 1000;

/** The same few hundred keys come back in every file: one copy of each makes objects several times faster to fill. */
function sharedKey(key: string): string {
  const known = knownKeys.get(key);
  if (known !== undefined) return known;
  if (knownKeys.size < MOST_KNOWN_KEYS) knownKeys.set(key, key);
  return key;
}

/** Reads the value of a key and puts it in `data`; a key that is repeated, or that is more than a word, is not plain. */
export function addEntry(data: Record<string, unknown>, text: string, keyFrom: number, keyTo: number, read: () => Placed): Placed {
  const key = sharedKey(text.slice(keyFrom, keyTo));
  if (oddKeys.has(key) || Object.hasOwn(data, key)) throw GIVE_UP;
  const value = read();
  value.key = key;
  value.keyFrom = keyFrom;
  value.keyTo = keyTo;
  data[key] = value.data;
  return value;
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
    return placedScalar(text.slice(from + 1, cursor.at - 1), from, cursor.at);
  }
  const raw = trimSpaces(/[^,[\]{}]*/y.exec(text.slice(from, to))?.[0] ?? "");
  if (raw === "" || isMarked(raw) || /[:#]/.test(raw)) throw GIVE_UP;
  cursor.at = from + raw.length;
  return placedScalar(resolve(raw), from, from + raw.length);
}
