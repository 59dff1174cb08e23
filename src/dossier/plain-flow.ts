import { sharedKey } from "./plain-keys.ts";
import { expectNothing, GIVE_UP, isMarked, quotedEnd, resolve } from "./plain-scalars.ts";
import { close, markScalar, open } from "./tape.ts";

interface Cursor {
  text: string;
  at: number;
  to: number;
}

/** A list or a map written on one line, `[a, "b"]`, `{le: 2025-01-31, par: tuteur}`, one inside another if need be. */
export function flowValue(text: string, from: number, to: number): unknown {
  const cursor = { text, at: from, to };
  const data = flow(cursor);
  expectNothing(text, cursor.at, to);
  return data;
}

function flow(cursor: Cursor): unknown {
  const first = skipSpaces(cursor);
  if (first === "[") return flowList(cursor);
  if (first === "{") return flowMap(cursor);
  return flowScalar(cursor);
}

function skipSpaces(cursor: Cursor): string {
  while (cursor.at < cursor.to && cursor.text.charCodeAt(cursor.at) === 32) cursor.at += 1;
  return cursor.at < cursor.to ? (cursor.text[cursor.at] ?? "") : "";
}

function comma(cursor: Cursor): void {
  if (skipSpaces(cursor) !== ",") throw GIVE_UP;
  cursor.at += 1;
}

function flowList(cursor: Cursor): unknown[] {
  const items: unknown[] = [];
  cursor.at += 1;
  while (skipSpaces(cursor) !== "]") {
    if (items.length > 0) comma(cursor);
    const mark = open(-1, -1);
    items.push(flow(cursor));
    close(mark);
  }
  cursor.at += 1;
  return items;
}

const flowKey = /[A-Za-z_][A-Za-z0-9_]*:(?= )/y;

function flowMap(cursor: Cursor): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  cursor.at += 1;
  for (let isFirst = true; skipSpaces(cursor) !== "}"; isFirst = false) {
    if (!isFirst) comma(cursor);
    skipSpaces(cursor);
    flowKey.lastIndex = cursor.at;
    if (!flowKey.test(cursor.text)) throw GIVE_UP;
    const keyTo = flowKey.lastIndex - 1;
    const key = sharedKey(cursor.text.slice(cursor.at, keyTo));
    // A key that is there already, or that every object has.
    if (key in data) throw GIVE_UP;
    const mark = open(cursor.at, keyTo);
    cursor.at = keyTo + 1;
    data[key] = flow(cursor);
    close(mark);
  }
  cursor.at += 1;
  return data;
}

function flowScalar(cursor: Cursor): unknown {
  const { text, at: from, to } = cursor;
  const first = text[from];
  if (first === '"' || first === "'") {
    cursor.at = quotedEnd(text, from, to);
    markScalar(from, cursor.at);
    return text.slice(from + 1, cursor.at - 1);
  }
  const raw = /[^,[\]{}]*/.exec(text.slice(from, to))?.[0].replace(/ +$/, "") ?? "";
  cursor.at = from + raw.length;
  if (raw === "" || isMarked(text, from, cursor.at) || /[:#]/.test(raw)) throw GIVE_UP;
  markScalar(from, cursor.at);
  return resolve(raw);
}
