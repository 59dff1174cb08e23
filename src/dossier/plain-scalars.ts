import { markScalar } from "./tape.ts";

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
const LONGEST_WORD = 5;
/** The other writings of the same words. */
const oddWords = new Set(["True", "TRUE", "False", "FALSE", "Null", "NULL"]);
/** Keys that YAML reads as something else than a text, or that JavaScript keeps for itself. */
export const oddKeys = new Set([...words.keys(), ...oddWords, "__proto__"]);

const [SPACE, HASH, COLON, QUOTE, APOSTROPHE] = [32, 35, 58, 34, 39];

/** A quoted or plain one-line value that ends with its line, a comment apart. */
export function scalarValue(text: string, from: number, to: number): unknown {
  const first = text.charCodeAt(from);
  if (first === QUOTE || first === APOSTROPHE) {
    const end = quotedEnd(text, from, to);
    if (end < to) expectNothing(text, end, to);
    markScalar(from, end);
    return text.slice(from + 1, end - 1);
  }
  const end = plainEnd(text, from, to);
  if (isMarked(text, from, end)) throw GIVE_UP;
  markScalar(from, end);
  return resolve(text.slice(from, end));
}

/** The offset after a plain value: before its comment and the blanks that end the line; « : » inside is not plain. */
function plainEnd(text: string, from: number, to: number): number {
  let end = to;
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COLON && (at + 1 === to || text.charCodeAt(at + 1) === SPACE)) throw GIVE_UP;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) end = at;
  }
  // Only plain spaces: to YAML the others are letters.
  while (text.charCodeAt(end - 1) === SPACE) end -= 1;
  return end;
}

/** After a value, only blanks and a comment. */
export function expectNothing(text: string, from: number, to: number): void {
  if (!/^( *| +#.*)$/.test(text.slice(from, to))) throw GIVE_UP;
}

/** The offset after a closing quote; escapes are left to the exact reader. */
export function quotedEnd(text: string, from: number, to: number): number {
  const quote = text[from] ?? "";
  const close = text.indexOf(quote, from + 1);
  if (close === -1 || close >= to || (quote === "'" && text[close + 1] === "'")) throw GIVE_UP;
  if (quote === '"' && text.slice(from, close).includes("\\")) throw GIVE_UP;
  return close + 1;
}

/** Whether a word begins with a sign that YAML gives a meaning to. */
export function isMarked(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from);
  // Letters and digits, nearly always.
  if (first > 64 && first < 91) return false;
  if ((first > 96 && first < 123) || (first > 47 && first < 58)) return false;
  const sign = text[from] ?? "";
  return "[]{},#&*!|>%@`\"'".includes(sign) || ("-?:".includes(sign) && (to - from === 1 || text[from + 1] === " "));
}

/** What a plain word means in YAML 1.2, core schema. */
export function resolve(raw: string): unknown {
  const code = raw.charCodeAt(0);
  if ((code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46) return resolveNumber(raw);
  if (raw.length > LONGEST_WORD) return raw;
  const word = words.get(raw);
  if (word !== undefined || words.has(raw)) return word;
  if (oddWords.has(raw)) throw GIVE_UP;
  return raw;
}

function resolveNumber(raw: string): unknown {
  // A day, the most frequent of values, is a text: two dashes inside make no number.
  if (raw.length === 10 && raw.charCodeAt(4) === 45 && raw.charCodeAt(7) === 45) return raw;
  if (integer.test(raw) || decimal.test(raw)) return Number(raw);
  if (ambiguous.test(raw)) throw GIVE_UP;
  return raw;
}
