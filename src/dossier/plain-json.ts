import { cursor } from "./plain-lines.ts";

/**
 * What was read so far, as JSON: the engine makes objects of it several times faster than a program can. One room for all texts.
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
  return JSON.parse(json.bytes.toString("utf8", 0, json.size));
}

/** Writes one sign. */
export function put(byte: number): void {
  json.bytes[json.size] = byte;
  json.size += 1;
}

/** Writes one sign of the inside of a string. */
export function putInside(byte: number): void {
  if (byte === QUOTE || byte === BACKSLASH) put(BACKSLASH);
  put(byte);
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
