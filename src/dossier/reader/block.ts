import { putFlow } from "./flow.ts";
import { keyEnd } from "./keys.ts";
import { GIVE_UP, HASH, type Lines } from "./lines.ts";
import { putScalar } from "./scalars.ts";
import { putText } from "./text.ts";
import type { Translation } from "./translation.ts";

const [COMMA, DASH, OPEN_LIST, CLOSE_LIST, PIPE, GREATER, OPEN_MAP, CLOSE_MAP] = [44, 45, 91, 93, 124, 62, 123, 125];

/** Writes the list or the map whose first line the reader stands on, when it is at least that much indented, and stands after it. */
export function putBlock(translation: Translation, indent: number): void {
  const { lines } = translation;
  if (lines.indent < indent) throw GIVE_UP;
  lines.enter();
  if (isDash(lines)) putList(translation, lines.indent);
  else putMap(translation, lines.indent);
  lines.leave();
}

/** Whether the line begins with a dash. */
function isDash(lines: Readonly<Lines>): boolean {
  return lines.bytes[lines.from] === DASH && lines.isBlank(lines.from + 1);
}

function putMap(translation: Translation, indent: number): void {
  const { lines, json, keys, tape } = translation;
  const map = keys.open();
  json.put(OPEN_MAP);
  while (lines.indent >= indent) {
    const { from } = lines;
    const to = keyEnd(lines, from);
    if (lines.indent > indent || to === -1) throw GIVE_UP;
    const mark = translation.openKey(from, to, map);
    putValue(translation, to + 1, indent, true);
    tape.close(mark);
    json.put(COMMA);
  }
  keys.close(map);
  json.putEnd(CLOSE_MAP);
}

function putList(translation: Translation, indent: number): void {
  const { lines, json, tape } = translation;
  json.put(OPEN_LIST);
  while (lines.indent >= indent && isDash(lines)) {
    if (lines.indent > indent) throw GIVE_UP;
    const mark = tape.open(-1, -1);
    putItem(translation, indent);
    tape.close(mark);
    json.put(COMMA);
  }
  json.putEnd(CLOSE_LIST);
}

/** What follows a dash: a map or a list whose first line begins there, or a value. */
function putItem(translation: Translation, indent: number): void {
  const { lines } = translation;
  const from = lines.blanksEnd(lines.from + 1);
  const isMore = !lines.isEnd(from);
  if (isMore) lines.goInside(from);
  if (isMore && (isDash(lines) || keyEnd(lines, from) >= 0)) putBlock(translation, indent);
  else putValue(translation, from, indent, false);
}

/** The value after `key:` or `-`: on the same line, or the block under it, or nothing. */
function putValue(translation: Translation, after: number, indent: number, isKey: boolean): void {
  const { lines } = translation;
  const from = lines.blanksEnd(after);
  const first = lines.bytes[from];
  if (first === HASH || lines.isEnd(from)) {
    lines.endLine(after);
    putUnder(translation, indent, isKey);
  } else if (first === PIPE || first === GREATER) {
    lines.goOn(putText(translation, from, indent));
  } else {
    lines.endLine(first === OPEN_LIST || first === OPEN_MAP ? putFlow(translation, from) : putScalar(translation, from, false));
    // A plain value that goes on under itself.
    if (lines.indent > indent) throw GIVE_UP;
  }
}

function putUnder(translation: Translation, indent: number, isKey: boolean): void {
  const { lines } = translation;
  const isBlock = lines.indent > indent || (isKey && lines.indent === indent && isDash(lines));
  if (isBlock) putBlock(translation, lines.indent);
  else translation.json.putWord("null");
}
