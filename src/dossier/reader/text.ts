import { put, putInside, putWord } from "./json.ts";
import { blanksEnd, cursor, GIVE_UP, lineEnd, NEWLINE, RETURN, SPACE } from "./lines.ts";
import { markScalar } from "./tape.ts";

const [QUOTE, DASH, PIPE] = [34, 45, 124];

/**
 * Writes a text on several lines, `|` or `>`, in its simplest form: every line as far in as the first one, no blank line inside, no
 * blank at the end of a line. Gives the offset after it; `parent` is the indent of what holds it.
 */
export function putText(from: number, parent: number): number {
  const { bytes } = cursor;
  const isStripped = bytes[from + 1] === DASH;
  const first = from + (isStripped ? 3 : 2);
  if (bytes[first - 1] !== NEWLINE) throw GIVE_UP;
  put(QUOTE);
  const end = putLines(first, parent, bytes[from] === PIPE ? "\\n" : " ");
  if (end === first || !isOver(end, parent)) throw GIVE_UP;
  if (!isStripped) putWord("\\n");
  put(QUOTE);
  markScalar(from, end);
  return end;
}

/** Writes the lines that are as far in as the first one, and gives the offset after them. */
function putLines(first: number, parent: number, between: string): number {
  const { length, bytes } = cursor;
  const indent = blanksEnd(first) - first;
  let at = first;
  while (at < length && indent > parent && blanksEnd(at) - at === indent) {
    const newline = lineEnd(at);
    const last = bytes[newline - 1];
    if (newline >= length || newline <= at + indent || last === SPACE || last === RETURN) throw GIVE_UP;
    if (at > first) putWord(between);
    for (let inside = at + indent; inside < newline; ) inside = putInside(inside);
    at = newline + 1;
  }
  return at;
}

/** Whether the next line that is not empty is no deeper than the parent, and holds more than blanks. */
function isOver(from: number, parent: number): boolean {
  const { bytes, length } = cursor;
  let at = from;
  while (at < length && bytes[at] === NEWLINE) at += 1;
  const first = blanksEnd(at);
  return at >= length || (first - at <= parent && bytes[first] !== NEWLINE && bytes[first] !== RETURN);
}
