import type { Placed } from "../place.ts";
import { putBlock } from "./block.ts";
import { GIVE_UP } from "./lines.ts";
import { placed } from "./places.ts";
import { Translation } from "./translation.ts";

/** A text read: its data, and the places of its data. */
export interface Reading {
  data: unknown;
  places(): Placed;
}

/**
 * Reads, from its bytes of UTF-8, the plain YAML that careful people write (maps, lists, one-line values, comments) by writing it again
 * as JSON, which the engine turns into data: many times faster than a whole YAML parser, because it never guesses. At the first thing it
 * does not know (anchors, tags, several documents, odd spacing, repeated keys…) it gives up with `undefined`, and the exact reader
 * decides. Kept equal to it by differential tests.
 */
export const readPlain = plainReader();

/**
 * A reader with a translation of its own, which serves every text in turn: with rooms asked for anew, reading small files takes a tenth
 * longer. No reading sees another all the same: each begins every part anew, waits for nothing before its end, and gives data and places
 * that are copies.
 */
function plainReader(): (bytes: Buffer) => Reading | undefined {
  const translation = new Translation();
  return (bytes) => {
    if (!isTranslated(translation, bytes)) return undefined;
    const [data, marks] = [translation.json.data(), { bytes, tape: translation.tape.copy() }];
    return { data, places: () => placed(data, marks) };
  };
}

/** Writes a whole text as JSON, and its places on the tape; false at the first doubt. */
function isTranslated(translation: Translation, bytes: Buffer): boolean {
  const { lines, tape } = translation;
  try {
    translation.begin(bytes);
    if (lines.indent !== 0) return false;
    const mark = tape.open(-1, -1);
    putBlock(translation, 0);
    tape.close(mark);
    return lines.isAtEnd();
  } catch (error) {
    if (error === GIVE_UP) return false;
    throw error;
  }
}
