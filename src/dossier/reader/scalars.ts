import { BACKSLASH, QUOTE } from "./json.ts";
import { GIVE_UP, HASH, LAST_PLAIN, type Lines, SPACE } from "./lines.ts";
import { meaningOf, numberEnd } from "./meanings.ts";
import type { Translation } from "./translation.ts";

const [APOSTROPHE, COLON] = [39, 58];

/**
 * Writes the quoted or plain value that begins at a place, and gives the offset after it; in a list or map of one line, a comma or a
 * bracket ends it.
 */
export function putScalar(translation: Translation, from: number, isInFlow: boolean): number {
  const first = translation.lines.bytes[from] ?? 0;
  const to = first === QUOTE || first === APOSTROPHE ? putQuoted(translation, from, first) : putPlain(translation, from, isInFlow);
  translation.tape.markScalar(from, to);
  return to;
}

/** Writes a value between quotes; escapes are left to the exact reader. */
function putQuoted({ lines, json }: Translation, from: number, quote: number): number {
  const { bytes } = lines;
  json.put(QUOTE);
  let at = from + 1;
  for (let byte = bytes[at] ?? 0; byte !== quote; byte = bytes[at] ?? 0) {
    if (!lines.isUsual(at)) throw GIVE_UP;
    if (byte === BACKSLASH && quote === QUOTE) throw GIVE_UP;
    at = json.putInside(bytes, at);
  }
  if (quote === APOSTROPHE && bytes[at + 1] === APOSTROPHE) throw GIVE_UP;
  json.put(QUOTE);
  return at + 1;
}

/** Writes a value without quotes: a number, a word with a meaning, or else a text. */
function putPlain(translation: Translation, from: number, isInFlow: boolean): number {
  const { lines, json } = translation;
  if (isMarked(lines, from)) throw GIVE_UP;
  const numberTo = numberEnd(lines.bytes, from);
  if (numberTo >= 0) {
    json.putSigns(lines.bytes, from, numberTo);
    return numberTo;
  }
  const mark = json.mark();
  json.put(QUOTE);
  const to = putWords(translation, from, isInFlow);
  json.put(QUOTE);
  const meaning = meaningOf(lines.bytes, from, to);
  if (meaning !== undefined) {
    json.takeBack(mark);
    json.putWord(meaning);
  }
  return to;
}

const marks: ReadonlySet<number> = new Set([..."[]{},#&*!|>%@`\"'"].map((sign) => sign.charCodeAt(0)));
const maybeMarks: ReadonlySet<number> = new Set([..."-?:"].map((sign) => sign.charCodeAt(0)));

/** Whether a word begins with a sign that YAML gives a meaning to. */
function isMarked(lines: Readonly<Lines>, from: number): boolean {
  const first = lines.bytes[from] ?? 0;
  // Letters and digits, nearly always.
  if ((first > 96 && first < 123) || (first > 47 && first < 58) || (first > 64 && first < 91)) return false;
  return marks.has(first) || (maybeMarks.has(first) && lines.isBlank(from + 1));
}

/** The signs inside a plain value that need a look: all but letters, digits, spaces and common marks. */
const special = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte < SPACE || byte > LAST_PLAIN));
for (const sign of '[]{},:#"\\') special[sign.charCodeAt(0)] = 1;

/** Writes a plain value, without the blanks that follow it, and gives the offset after it. */
function putWords({ lines, json }: Translation, from: number, isInFlow: boolean): number {
  const { bytes } = lines;
  let at = json.putUntil(bytes, from, special);
  while (!isWordEnd(lines, at, isInFlow)) at = json.putUntil(bytes, json.putInside(bytes, at), special);
  // Only plain spaces, one byte each in both, are no part of a value: to YAML the others are letters.
  let end = at;
  while (bytes[end - 1] === SPACE && end > from) end -= 1;
  json.takeBack(json.mark() - (at - end));
  return end;
}

/** Whether a plain value ends before a special sign: the end of its line, a comment, or what ends an item of a list or map of one line. */
function isWordEnd(lines: Readonly<Lines>, at: number, isInFlow: boolean): boolean {
  const byte = lines.bytes[at] ?? 0;
  if (byte === QUOTE || byte === BACKSLASH) return false;
  if (lines.isEnd(at)) return true;
  if (!lines.isUsual(at)) throw GIVE_UP;
  if (byte === COLON && (isInFlow || lines.isBlank(at + 1))) throw GIVE_UP;
  if (byte === HASH && isInFlow) throw GIVE_UP;
  return byte === HASH ? lines.bytes[at - 1] === SPACE : isInFlow && byte !== COLON && byte <= LAST_PLAIN;
}
