import { BACKSLASH, json, put, putInside, putWord, QUOTE } from "./json.ts";
import { cursor, GIVE_UP, HASH, isBlank, isEnd, isUsual, LAST_PLAIN, NEWLINE, SPACE } from "./lines.ts";
import { markScalar } from "./tape.ts";

const [APOSTROPHE, PLUS, DASH, DOT, ZERO, NINE, COLON] = [39, 43, 45, 46, 48, 57, 58];

/** Words with a meaning, and the JSON that says it; the other writings of the same words, without: not ours to decide. */
const words = new Map<string, string | undefined>([
  ["true", "true"],
  ["false", "false"],
  ["null", "null"],
  ["~", "null"],
]);
for (const odd of ["True", "TRUE", "False", "FALSE", "Null", "NULL"]) words.set(odd, undefined);
const LONGEST_WORD = 5;
const firsts = new Set([...words.keys()].map((word) => word.charCodeAt(0)));
/** Keys that YAML reads as something else than a text, or that JavaScript keeps for itself. */
export const oddKeys = [...words.keys(), "__proto__"];

/** What YAML may read as a number, a boolean or nothing, and that JSON does not write so: not ours to decide. */
const ambiguous = /^([-+]?\.?[0-9][0-9_.]*([eE][-+]?[0-9]*)?|[-+]?\.(inf|nan)|0[ox].*|[-+.]+)$/i;

/** Writes the quoted or plain value that begins at a place, and gives the offset after it; in a list or map of one line, a comma or a bracket ends it. */
export function putScalar(from: number, isInFlow: boolean): number {
  const first = cursor.bytes[from] ?? 0;
  if (first === QUOTE || first === APOSTROPHE) return putQuoted(from, first);
  if (isMarked(first, from)) throw GIVE_UP;
  const start = json.size;
  const numberTo = first >= ZERO && first <= NINE ? putNumber(from) : -1;
  if (numberTo >= 0) {
    markScalar(from, numberTo);
    return numberTo;
  }
  put(QUOTE);
  const to = putPlain(from, isInFlow);
  put(QUOTE);
  markScalar(from, to);
  if ((first >= ZERO && first <= NINE) || first === PLUS || first === DASH || first === DOT) resolveNumber(from, to, start);
  else if (to - from <= LONGEST_WORD && firsts.has(first)) resolveWord(from, to, start);
  return to;
}

/** Writes a value between quotes; escapes are left to the exact reader. */
function putQuoted(from: number, quote: number): number {
  const { bytes } = cursor;
  put(QUOTE);
  let at = from + 1;
  for (let byte = bytes[at] ?? 0; byte !== quote; byte = bytes[at] ?? 0) {
    if (!isUsual(at)) throw GIVE_UP;
    if (byte === BACKSLASH && quote === QUOTE) throw GIVE_UP;
    at = putInside(at);
  }
  if (quote === APOSTROPHE && bytes[at + 1] === APOSTROPHE) throw GIVE_UP;
  put(QUOTE);
  markScalar(from, at + 1);
  return at + 1;
}

const marks = new Set([..."[]{},#&*!|>%@`\"'"].map((sign) => sign.charCodeAt(0)));
const maybeMarks = new Set([..."-?:"].map((sign) => sign.charCodeAt(0)));

/** Whether a word begins with a sign that YAML gives a meaning to. */
function isMarked(first: number, from: number): boolean {
  // Letters and digits, nearly always.
  if ((first > 96 && first < 123) || (first >= ZERO && first <= NINE) || (first > 64 && first < 91)) return false;
  return marks.has(first) || (maybeMarks.has(first) && isBlank(from + 1));
}

/** Writes a plain value, without the blanks that follow it, and gives the offset after it. */
function putPlain(from: number, isInFlow: boolean): number {
  const { bytes } = cursor;
  const out = json.bytes;
  let [at, size] = [from, json.size];
  for (let byte = bytes[at] ?? 0; ; byte = bytes[at] ?? 0) {
    if (special[byte] === 0) {
      out[size] = byte;
      size += 1;
      at += 1;
    } else if (isWordEnd(byte, at, isInFlow)) {
      break;
    } else {
      json.size = size;
      at = putInside(at);
      size = json.size;
    }
  }
  // Only plain spaces are no part of a value: to YAML the others are letters.
  let end = at;
  while (bytes[end - 1] === SPACE && end > from) end -= 1;
  json.size = size - (at - end);
  return end;
}

/** The signs inside a plain value that need a look: all but letters, digits, spaces and common marks. */
const special = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte < SPACE || byte > LAST_PLAIN));
for (const sign of '[]{},:#"\\') special[sign.charCodeAt(0)] = 1;

/** Whether a plain value ends before a sign: the end of its line, a comment, or what ends an item of a list or map of one line. */
function isWordEnd(byte: number, at: number, isInFlow: boolean): boolean {
  if (byte === QUOTE || byte === BACKSLASH) return false;
  if (isEnd(at)) return true;
  if (!isUsual(at)) throw GIVE_UP;
  if (byte === COLON && (isInFlow || isBlank(at + 1))) throw GIVE_UP;
  if (byte === HASH && isInFlow) throw GIVE_UP;
  return byte === HASH ? cursor.bytes[at - 1] === SPACE : isInFlow && byte !== COLON && byte <= LAST_PLAIN;
}

function resolveWord(from: number, to: number, start: number): void {
  const word = sliceOf(from, to);
  if (!words.has(word)) return;
  const meaning = words.get(word);
  if (meaning === undefined) throw GIVE_UP;
  json.size = start;
  putWord(meaning);
}

/** Digits beyond these might not be one number in JSON and in YAML. */
const MOST_DIGITS = 15;

/** Writes digits that JSON and YAML read as the same number, alone on their line, and gives the offset after them; else -1. */
function putNumber(from: number): number {
  const { bytes } = cursor;
  const out = json.bytes;
  let [at, size, dot] = [from, json.size, -1];
  for (let byte = bytes[at] ?? 0; (byte >= ZERO && byte <= NINE) || (byte === DOT && dot < 0); byte = bytes[at] ?? 0) {
    if (byte === DOT) dot = at;
    out[size] = byte;
    size += 1;
    at += 1;
  }
  const whole = (dot < 0 ? at : dot) - from;
  const isWritten = bytes[at] === NEWLINE && at - from <= MOST_DIGITS && at - 1 > dot && (bytes[from] !== ZERO || whole === 1);
  if (!isWritten) return -1;
  json.size = size;
  return at;
}

const number = /^[-+]?[0-9]{1,15}(\.[0-9]{1,15})?$/;

/** Takes off the quotes of what YAML reads as a number. */
function resolveNumber(from: number, to: number, start: number): void {
  const { bytes } = cursor;
  // A day, the most frequent of values, is a text: two dashes inside make no number.
  if (to - from === 10 && bytes[from + 4] === DASH && bytes[from + 7] === DASH) return;
  const raw = sliceOf(from, to);
  if (number.test(raw)) {
    const value = Number(raw);
    if (Object.is(value, -0)) throw GIVE_UP;
    json.size = start;
    putWord(String(value));
  } else if (ambiguous.test(raw)) throw GIVE_UP;
}

function sliceOf(from: number, to: number): string {
  return cursor.bytes.toString("latin1", from, to);
}
