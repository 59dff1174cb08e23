import { GIVE_UP } from "./plain-scalars.ts";

/** The lines of a text that hold something, as three lists of numbers that serve every text in turn. */
export interface Lines {
  /** Spaces before the first character that is not one. */
  indents: number[];
  /** Offset of that character. */
  froms: number[];
  /** Offset after the last character. */
  tos: number[];
  count: number;
}

const lines: Lines = { indents: [], froms: [], tos: [], count: 0 };

/** All but printable characters and ends of line: tabs, other control characters, exotic separators, byte order marks. */
const unusual = /[^\n\r -~\u00a0-\u2027\u202a-\ufefe\uff00-\uffff]|\r(?!\n)/;

/** Cuts a text into lines, blank lines and whole-line comments apart; gives up on a text that is not plain. */
export function linesOf(text: string): Lines {
  if (unusual.test(text)) throw GIVE_UP;
  lines.count = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const to = text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    let from = start;
    while (from < to && text.charCodeAt(from) === 32) from += 1;
    if (from < to && text.charCodeAt(from) !== 35) push(from - start, from, to);
    start = end + 1;
  }
  return lines;
}

function push(indent: number, from: number, to: number): void {
  lines.indents[lines.count] = indent;
  lines.froms[lines.count] = from;
  lines.tos[lines.count] = to;
  lines.count += 1;
}
