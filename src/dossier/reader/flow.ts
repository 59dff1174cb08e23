import { put, putEnd } from "./json.ts";
import { forgetKeys, keyEnd, knownKeys, putKey } from "./keys.ts";
import { blanksEnd, cursor, enter, GIVE_UP, leave, SPACE } from "./lines.ts";
import { putScalar } from "./scalars.ts";
import { close, open } from "./tape.ts";

const [COMMA, OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [44, 91, 93, 123, 125];

/**
 * Writes a list or a map that stands on one line, `[a, "b"]`, `{le: 2025-01-31, par: tuteur}`, one inside another if need be, and
 * gives the offset after it.
 */
export function putFlow(from: number): number {
  const first = cursor.bytes[from];
  if (first !== OPEN_LIST && first !== OPEN_MAP) return putScalar(from, true);
  enter();
  const to = first === OPEN_LIST ? putList(from) : putMap(from);
  leave();
  return to;
}

function putList(from: number): number {
  put(OPEN_LIST);
  let at = blanksEnd(from + 1);
  while (cursor.bytes[at] !== CLOSE_LIST) {
    const mark = open(-1, -1);
    at = afterItem(putFlow(at), CLOSE_LIST);
    close(mark);
  }
  putEnd(CLOSE_LIST);
  return at + 1;
}

function putMap(from: number): number {
  const known = knownKeys();
  put(OPEN_MAP);
  let at = blanksEnd(from + 1);
  while (cursor.bytes[at] !== CLOSE_MAP) {
    const keyTo = keyEnd(at);
    if (keyTo === -1 || cursor.bytes[keyTo + 1] !== SPACE) throw GIVE_UP;
    putKey(at, keyTo, known);
    const mark = open(at, keyTo);
    at = afterItem(putFlow(blanksEnd(keyTo + 1)), CLOSE_MAP);
    close(mark);
  }
  forgetKeys(known);
  putEnd(CLOSE_MAP);
  return at + 1;
}

/** Where the next item begins, or the sign that ends them all. */
function afterItem(from: number, end: number): number {
  const at = blanksEnd(from);
  put(COMMA);
  if (cursor.bytes[at] === end) return at;
  if (cursor.bytes[at] !== COMMA) throw GIVE_UP;
  return blanksEnd(at + 1);
}
