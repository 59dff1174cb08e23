import type { Placed } from "./place.ts";
import { flowValue } from "./plain-flow.ts";
import { isKeyAt, readKey } from "./plain-keys.ts";
import { type Lines, linesOf } from "./plain-lines.ts";
import { GIVE_UP, scalarValue } from "./plain-scalars.ts";
import { longText } from "./plain-text.ts";
import { close, open, placedFromTape, rewind } from "./tape.ts";

/** A text read: its data, and the places of its data for who asks before the next text is read. */
export interface Reading {
  data: unknown;
  places(): Placed;
}

/**
 * Reads the plain YAML that careful people write (maps, lists, one-line values, comments) some twenty times faster than a whole
 * YAML parser, because it never guesses: at the first thing it does not know (anchors, tags, long texts, several documents, odd
 * spacing, repeated keys…) it gives up with `undefined`, and the exact reader decides. Kept equal to it by differential tests.
 */
export function readPlain(text: string): Reading | undefined {
  try {
    rewind();
    const lines = linesOf(text);
    const state = { ...lines, text, next: 0 };
    const mark = open(-1, -1);
    const data = indentOf(state, 0) === 0 ? blockAt(state, 0) : undefined;
    close(mark);
    return data !== undefined && state.next === state.count ? { data, places: () => placedFromTape(data) } : undefined;
  } catch (error) {
    if (error === GIVE_UP) return undefined;
    throw error;
  }
}

interface State extends Lines {
  text: string;
  /** The line to read. */
  next: number;
}

/** The block whose first line is the next one, when it is at least that much indented. */
function blockAt(state: State, indent: number): unknown {
  const found = indentOf(state, state.next);
  if (found < indent) throw GIVE_UP;
  return isDash(state) ? list(state, found) : map(state, found);
}

/** The indent of a line, -1 after the last one. */
function indentOf({ indents, count }: State, line: number): number {
  return line < count ? (indents[line] ?? -1) : -1;
}

/** Whether the next line begins with a dash. */
function isDash({ text, froms, tos, next }: State): boolean {
  const from = froms[next] ?? 0;
  return text.charCodeAt(from) === 45 && (from + 1 === tos[next] || text.charCodeAt(from + 1) === 32);
}

function map(state: State, indent: number): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (let found = indent; found >= indent; found = indentOf(state, state.next)) {
    if (found > indent) throw GIVE_UP;
    const from = state.froms[state.next] ?? 0;
    const key = readKey(state.text, from);
    // A key that is there already, or that every object has.
    if (key in data) throw GIVE_UP;
    const keyTo = from + key.length;
    const mark = open(from, keyTo);
    data[key] = valueAfter(state, keyTo + 1, indent, true);
    close(mark);
  }
  return data;
}

function list(state: State, indent: number): unknown[] {
  const items: unknown[] = [];
  for (let found = indent; found >= indent && isDash(state); found = indentOf(state, state.next)) {
    if (found > indent) throw GIVE_UP;
    const mark = open(-1, -1);
    items.push(itemOf(state, indent));
    close(mark);
  }
  return items;
}

/** What follows a dash: a map or a list whose first line begins there, or a value. */
function itemOf(state: State, indent: number): unknown {
  const { text, indents, froms, tos, next } = state;
  const dash = froms[next] ?? 0;
  const to = tos[next] ?? 0;
  let from = dash + 1;
  while (from < to && text.charCodeAt(from) === 32) from += 1;
  if (from === to) return valueAfter(state, from, indent, false);
  // The rest of the line is read as a line of its own, as far in as it stands.
  froms[next] = from;
  indents[next] = indent + from - dash;
  if (isDash(state) || isKeyAt(text, from)) return blockAt(state, indent);
  return valueAfter(state, from, indent, false);
}

/** The value after `key:` or `-` on the next line: on the same line, or the block under it, or nothing. */
function valueAfter(state: State, after: number, indent: number, isKey: boolean): unknown {
  const { text } = state;
  const to = state.tos[state.next] ?? 0;
  let from = after;
  while (from < to && text.charCodeAt(from) === 32) from += 1;
  state.next += 1;
  const under = indentOf(state, state.next);
  if (from === to || text.charCodeAt(from) === 35) {
    return under > indent || (isKey && under === indent && isDash(state)) ? blockAt(state, under) : null;
  }
  const first = text.charCodeAt(from);
  if (first === 124 || first === 62) return longTextAfter(state, from, to, indent);
  // A plain value that goes on under itself.
  if (under > indent) throw GIVE_UP;
  return first === 91 || first === 123 ? flowValue(text, from, to) : scalarValue(text, from, to);
}

/** A text on several lines under its key, and the line after it. */
function longTextAfter(state: State, from: number, to: number, indent: number): string {
  const { data, end } = longText(state.text, from, to, indent);
  while (state.next < state.count && (state.froms[state.next] ?? end) < end) state.next += 1;
  return data;
}
