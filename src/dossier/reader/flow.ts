import { keyEnd } from "./keys.ts";
import { GIVE_UP, SPACE } from "./lines.ts";
import { putScalar } from "./scalars.ts";
import type { Translation } from "./translation.ts";

const [COMMA, OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [44, 91, 93, 123, 125];

/**
 * Writes a list or a map that stands on one line, `[a, "b"]`, `{le: 2025-01-31, par: tuteur}`, one inside another if need be, and
 * gives the offset after it.
 */
export function putFlow(translation: Translation, from: number): number {
  const { lines } = translation;
  const first = lines.bytes[from];
  if (first !== OPEN_LIST && first !== OPEN_MAP) return putScalar(translation, from, true);
  lines.enter();
  const to = first === OPEN_LIST ? putList(translation, from) : putMap(translation, from);
  lines.leave();
  return to;
}

function putList(translation: Translation, from: number): number {
  const { lines, json, tape } = translation;
  json.put(OPEN_LIST);
  let at = lines.blanksEnd(from + 1);
  while (lines.bytes[at] !== CLOSE_LIST) {
    const mark = tape.open(-1, -1);
    at = afterItem(translation, putFlow(translation, at), CLOSE_LIST);
    tape.close(mark);
  }
  json.putEnd(CLOSE_LIST);
  return at + 1;
}

function putMap(translation: Translation, from: number): number {
  const { lines, json, keys, tape } = translation;
  const map = keys.open();
  json.put(OPEN_MAP);
  let at = lines.blanksEnd(from + 1);
  while (lines.bytes[at] !== CLOSE_MAP) {
    const keyTo = keyEnd(lines, at);
    if (keyTo === -1 || lines.bytes[keyTo + 1] !== SPACE) throw GIVE_UP;
    const mark = translation.openKey(at, keyTo, map);
    at = afterItem(translation, putFlow(translation, lines.blanksEnd(keyTo + 1)), CLOSE_MAP);
    tape.close(mark);
  }
  keys.close(map);
  json.putEnd(CLOSE_MAP);
  return at + 1;
}

/** Where the next item begins, or the sign that ends them all. */
function afterItem({ lines, json }: Translation, from: number, end: number): number {
  const at = lines.blanksEnd(from);
  json.put(COMMA);
  if (lines.bytes[at] === end) return at;
  if (lines.bytes[at] !== COMMA) throw GIVE_UP;
  return lines.blanksEnd(at + 1);
}
