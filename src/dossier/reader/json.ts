import { cursor } from "./lines.ts";

/**
 * What was read so far, as JSON in Latin-1, which the engine takes as it is; it makes objects of it several times faster than a program can. One room for all texts.
 * The two loops over every sign write here themselves, a local count in hand.
 */
export const json = { bytes: Buffer.alloc(0), size: 0 };
export const [QUOTE, BACKSLASH] = [34, 92];
const COMMA = 44;

/** Begins the JSON of the text under the cursor. */
export function beginJson(): void {
  // The longest JSON for its text is that of a key without a value: `a:` and its end of line give `"a":null,`.
  const room = 4 * cursor.length + 64;
  if (room > json.bytes.length) json.bytes = Buffer.alloc(2 * room);
  json.size = 0;
}

/** The data that the JSON says. */
export function endJson(): unknown {
  return JSON.parse(json.bytes.toString("latin1", 0, json.size));
}

/** Writes one sign. */
export function put(byte: number): void {
  json.bytes[json.size] = byte;
  json.size += 1;
}

/** Writes the sign that stands at a place, inside a string, and gives the offset after it. */
export function putInside(at: number): number {
  const byte = cursor.bytes[at] ?? 0;
  if (byte > LAST_OF_ONE) return putWide(at, byte);
  if (byte === QUOTE || byte === BACKSLASH) put(BACKSLASH);
  put(byte);
  return at + 1;
}

/** The last sign that takes one byte. */
const LAST_OF_ONE = 0x7f;
/** The bytes that begin the signs of Latin-1: é, ç, °… */
const [LATIN, LAST_LATIN] = [0xc2, 0xc3];
/** The bits that the bytes after the first one bring to a sign. */
const [MORE, BITS] = [0x3f, 6];

/** Writes a sign of several bytes, those that Latin-1 has not by their number. */
function putWide(at: number, first: number): number {
  const { bytes } = cursor;
  if (first === LATIN || first === LAST_LATIN) {
    put(((first << BITS) & 0xff) | ((bytes[at + 1] ?? 0) & MORE));
    return at + 2;
  }
  const end = at + (first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);
  const sign = bytes.toString("utf8", at, end);
  for (let unit = 0; unit < sign.length; unit += 1) putWord(`\\u${sign.charCodeAt(unit).toString(16).padStart(4, "0")}`);
  return end;
}

/** Writes the sign that closes a list or a map, over the comma of its last item if it has one. */
export function putEnd(byte: number): void {
  if (json.bytes[json.size - 1] === COMMA) json.size -= 1;
  put(byte);
}

/** Writes a word of JSON. */
export function putWord(word: string): void {
  for (let at = 0; at < word.length; at += 1) put(word.charCodeAt(at));
}
