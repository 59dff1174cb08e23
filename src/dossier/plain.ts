import { type Placed, placedBlock, placedScalar } from "./place.ts";
import { addEntry, flowValue, GIVE_UP, scalarValue } from "./plain-scalars.ts";

interface Line {
  indent: number;
  /** Offset of the first character that is not a space. */
  from: number;
  /** Offset after the last one. */
  to: number;
}

/** Tabs and other control characters, exotic ends of line: not plain. (Spelt with classes that name no control character.) */
const unusual = /[^\P{Cc}\n\r]|[\u2028\u2029\ufeff]|\r(?!\n)/u;
const keyAt = /[A-Za-z_][A-Za-z0-9_]*:(?= |\r?\n|$)/y;

/**
 * Reads the plain block YAML that careful people write (maps, lists, one-line values, comments) some twenty times faster than a whole YAML
 * parser, because it never guesses: at the first thing it does not know (anchors, tags, long texts, several documents, odd
 * spacing, repeated keys…) it gives up with `undefined`, and the exact reader decides. Kept equal to it by differential tests.
 */
export function readPlain(text: string): Placed | undefined {
  if (unusual.test(text)) return undefined;
  const lines = linesOf(text);
  if (lines.length === 0) return undefined;
  try {
    const state = { text, lines, next: 0 };
    const placed = block(state);
    return state.next === lines.length && lines[0]?.indent === 0 ? placed : undefined;
  } catch (error) {
    if (error === GIVE_UP) return undefined;
    throw error;
  }
}

interface State {
  text: string;
  lines: Line[];
  next: number;
}

/** The lines that hold something; blank lines and whole-line comments hold nothing. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const to = text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    let from = start;
    while (from < to && text.charCodeAt(from) === 32) from += 1;
    if (from < to && text.charCodeAt(from) !== 35) lines.push({ indent: from - start, from, to });
    start = end + 1;
  }
  return lines;
}

function block(state: State): Placed {
  const line = state.lines[state.next];
  if (line === undefined) throw GIVE_UP;
  return isDash(state.text, line) ? list(state, line.indent) : map(state, line.indent);
}

function isDash(text: string, { from, to }: Line): boolean {
  return text.charCodeAt(from) === 45 && (from + 1 === to || text.charCodeAt(from + 1) === 32);
}

function map(state: State, indent: number): Placed {
  const { text, lines } = state;
  const data: Record<string, unknown> = {};
  const entries: Placed[] = [];
  for (let line = lines[state.next]; line !== undefined && line.indent >= indent; line = lines[state.next]) {
    const { from } = line;
    keyAt.lastIndex = from;
    if (line.indent > indent || !keyAt.test(text)) throw GIVE_UP;
    const colon = keyAt.lastIndex - 1;
    const keyLine = line;
    state.next += 1;
    entries.push(addEntry(data, text, from, colon, () => valueAfter(state, keyLine, colon + 1, indent, true)));
  }
  return placedBlock(data, entries);
}

function list(state: State, indent: number): Placed {
  const { text, lines } = state;
  const items: Placed[] = [];
  for (let line = lines[state.next]; line !== undefined && line.indent >= indent; line = lines[state.next]) {
    if (line.indent > indent) throw GIVE_UP;
    if (!isDash(text, line)) break;
    items.push(itemOf(state, line, indent));
  }
  return placedBlock(
    items.map(({ data }) => data),
    items,
  );
}

/** What follows a dash: a map or a list whose first line begins there, or a value. */
function itemOf(state: State, line: Line, indent: number): Placed {
  const { text } = state;
  let from = line.from + 1;
  while (from < line.to && text.charCodeAt(from) === 32) from += 1;
  keyAt.lastIndex = from;
  const inner: Line = { indent: indent + from - line.from, from, to: line.to };
  if (from < line.to && (isDash(text, inner) || keyAt.test(text))) {
    state.lines[state.next] = inner;
    return block(state);
  }
  state.next += 1;
  return valueAfter(state, line, line.from + 1, indent, false);
}

/** The value after `key:` or `-`: on the same line, or the block under it, or nothing. */
function valueAfter(state: State, line: Line, after: number, indent: number, isKey: boolean): Placed {
  const { text, lines } = state;
  let from = after;
  while (from < line.to && text.charCodeAt(from) === 32) from += 1;
  const under = lines[state.next];
  if (from === line.to || text.charCodeAt(from) === 35) {
    if (under !== undefined && (under.indent > indent || (isKey && under.indent === indent && isDash(text, under)))) return block(state);
    return placedScalar(null, -1, -1);
  }
  // A value that goes on under itself is a long text.
  if (under !== undefined && under.indent > indent) throw GIVE_UP;
  const first = text.charCodeAt(from);
  return first === 91 || first === 123 ? flowValue(text, from, line.to) : scalarValue(text, from, line.to);
}
