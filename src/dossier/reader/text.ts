import { GIVE_UP, type Lines, NEWLINE, RETURN, SPACE } from "./lines.ts";
import type { Translation } from "./translation.ts";

const [QUOTE, DASH, PIPE] = [34, 45, 124];

/**
 * Writes a text on several lines, `|` or `>`, in its simplest form: every line as far in as the first one, no blank line inside, no
 * blank at the end of a line. Gives the offset after it; `parent` is the indent of what holds it.
 */
export function putText(translation: Translation, from: number, parent: number): number {
  const { lines, json, tape } = translation;
  const { bytes } = lines;
  const isStripped = bytes[from + 1] === DASH;
  const first = from + (isStripped ? 3 : 2);
  if (bytes[first - 1] !== NEWLINE) throw GIVE_UP;
  json.put(QUOTE);
  const end = putLines(translation, first, parent, bytes[from] === PIPE ? "\\n" : " ");
  if (end === first || !isOver(lines, end, parent)) throw GIVE_UP;
  if (!isStripped) json.putWord("\\n");
  json.put(QUOTE);
  tape.markScalar(from, end);
  return end;
}

/** Writes the lines that are as far in as the first one, and gives the offset after them. */
function putLines({ lines, json }: Translation, first: number, parent: number, between: string): number {
  const { length, bytes } = lines;
  const indent = lines.blanksEnd(first) - first;
  let at = first;
  while (at < length && indent > parent && lines.blanksEnd(at) - at === indent) {
    const newline = lines.lineEnd(at);
    const last = bytes[newline - 1];
    if (newline >= length || newline <= at + indent || last === SPACE || last === RETURN) throw GIVE_UP;
    if (at > first) json.putWord(between);
    for (let inside = at + indent; inside < newline; ) inside = json.putInside(bytes, inside);
    at = newline + 1;
  }
  return at;
}

/** Whether the next line that is not empty is no deeper than the parent, and holds more than blanks. */
function isOver(lines: Readonly<Lines>, from: number, parent: number): boolean {
  const { bytes, length } = lines;
  let at = from;
  while (at < length && bytes[at] === NEWLINE) at += 1;
  const first = lines.blanksEnd(at);
  return at >= length || (first - at <= parent && bytes[first] !== NEWLINE && bytes[first] !== RETURN);
}
