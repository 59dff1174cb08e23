import { GIVE_UP } from "./plain-scalars.ts";
import { markScalar } from "./tape.ts";

const [SPACE, NEWLINE] = [32, 10];

/**
 * A text on several lines, `|` or `>`, in its simplest form: every line as far in as the first one, no blank line inside, no blank
 * at the end of a line. Gives the text and the offset after it; `parent` is the indent of what holds it.
 */
export function longText(text: string, from: number, to: number, parent: number): { data: string; end: number } {
  const header = text.slice(from, to);
  if (!/^[|>]-?$/.test(header) || text.charCodeAt(to) !== NEWLINE) throw GIVE_UP;
  const lines: string[] = [];
  const indent = blanksAt(text, to + 1);
  let at = to + 1;
  while (at < text.length && blanksAt(text, at) === indent && indent > parent) {
    const newline = text.indexOf("\n", at);
    const last = text.charCodeAt(newline - 1);
    if (newline <= at + indent || last === SPACE || last === 13) throw GIVE_UP;
    lines.push(text.slice(at + indent, newline));
    at = newline + 1;
  }
  if (lines.length === 0 || !isOver(text, at, parent)) throw GIVE_UP;
  markScalar(from, at);
  const body = lines.join(header[0] === ">" ? " " : "\n");
  return { data: header.length === 2 ? body : `${body}\n`, end: at };
}

function blanksAt(text: string, at: number): number {
  let blanks = 0;
  while (text.charCodeAt(at + blanks) === SPACE) blanks += 1;
  return blanks;
}

/** Whether the next line that is not empty is no deeper than the parent. */
function isOver(text: string, from: number, parent: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === NEWLINE) at += 1;
  return at >= text.length || (blanksAt(text, at) <= parent && text.charCodeAt(at + blanksAt(text, at)) !== NEWLINE);
}
