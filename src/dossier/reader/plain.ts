import type { Placed } from "../place.ts";
import { putFlow } from "./flow.ts";
import { beginJson, endJson, put, putEnd, putWord } from "./json.ts";
import { forgetKeys, keyEnd, knownKeys, putKey } from "./keys.ts";
import { blanksEnd, cursor, endLine, enter, GIVE_UP, goOn, HASH, isAtEnd, isBlank, isEnd, leave, openText } from "./lines.ts";
import { placed } from "./places.ts";
import { putScalar } from "./scalars.ts";
import { close, copyTape, open, rewind } from "./tape.ts";
import { putText } from "./text.ts";

/** A text read: its data, and the places of its data. */
export interface Reading {
  data: unknown;
  places(): Placed;
}

const [COMMA, DASH, OPEN_LIST, CLOSE_LIST, PIPE, GREATER, OPEN_MAP, CLOSE_MAP] = [44, 45, 91, 93, 124, 62, 123, 125];

/**
 * Reads, from its bytes of UTF-8, the plain YAML that careful people write (maps, lists, one-line values, comments) by writing it again as JSON, which the
 * engine turns into data: many times faster than a whole YAML parser, because it never guesses. At the first thing it does not know
 * (anchors, tags, several documents, odd spacing, repeated keys…) it gives up with `undefined`, and the exact reader decides. Kept
 * equal to it by differential tests.
 */
export function readPlain(bytes: Buffer): Reading | undefined {
  if (!isTranslated(bytes)) return undefined;
  const [data, marks] = [endJson(), { bytes, tape: copyTape() }];
  return { data, places: () => placed(data, marks) };
}

/** Writes a whole text as JSON, and its places on the tape; false at the first doubt. */
function isTranslated(bytes: Buffer): boolean {
  try {
    openText(bytes);
    beginJson();
    rewind();
    forgetKeys();
    if (cursor.indent !== 0) return false;
    const mark = open(-1, -1);
    putBlock(0);
    close(mark);
    return isAtEnd();
  } catch (error) {
    if (error === GIVE_UP) return false;
    throw error;
  }
}

/** Writes the block whose first line is under the cursor, when it is at least that much indented. */
function putBlock(indent: number): void {
  if (cursor.indent < indent) throw GIVE_UP;
  enter();
  if (isDash()) putList(cursor.indent);
  else putMap(cursor.indent);
  leave();
}

/** Whether the line begins with a dash. */
function isDash(): boolean {
  return cursor.bytes[cursor.from] === DASH && isBlank(cursor.from + 1);
}

function putMap(indent: number): void {
  const known = knownKeys();
  put(OPEN_MAP);
  while (cursor.indent >= indent) {
    const { from } = cursor;
    const to = keyEnd(from);
    if (cursor.indent > indent || to === -1) throw GIVE_UP;
    putKey(from, to, known);
    const mark = open(from, to);
    putValue(to + 1, indent, true);
    close(mark);
    put(COMMA);
  }
  forgetKeys(known);
  putEnd(CLOSE_MAP);
}

function putList(indent: number): void {
  put(OPEN_LIST);
  while (cursor.indent >= indent && isDash()) {
    if (cursor.indent > indent) throw GIVE_UP;
    const mark = open(-1, -1);
    putItem(indent);
    close(mark);
    put(COMMA);
  }
  putEnd(CLOSE_LIST);
}

/** What follows a dash: a map or a list whose first line begins there, or a value. */
function putItem(indent: number): void {
  const { from: dash } = cursor;
  const from = blanksEnd(dash + 1);
  const isMore = !isEnd(from);
  if (isMore) {
    // The rest of the line is read as a line of its own, as far in as it stands.
    cursor.from = from;
    cursor.indent = indent + from - dash;
  }
  if (isMore && (isDash() || keyEnd(from) >= 0)) putBlock(indent);
  else putValue(from, indent, false);
}

/** The value after `key:` or `-`: on the same line, or the block under it, or nothing. */
function putValue(after: number, indent: number, isKey: boolean): void {
  const from = blanksEnd(after);
  const first = cursor.bytes[from];
  if (first === HASH || isEnd(from)) {
    endLine(after);
    putUnder(indent, isKey);
  } else if (first === PIPE || first === GREATER) {
    goOn(putText(from, indent));
  } else {
    endLine(first === OPEN_LIST || first === OPEN_MAP ? putFlow(from) : putScalar(from, false));
    // A plain value that goes on under itself.
    if (cursor.indent > indent) throw GIVE_UP;
  }
}

function putUnder(indent: number, isKey: boolean): void {
  const isBlock = cursor.indent > indent || (isKey && cursor.indent === indent && isDash());
  if (isBlock) putBlock(cursor.indent);
  else putWord("null");
}
