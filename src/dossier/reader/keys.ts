import { json, QUOTE } from "./json.ts";
import { cursor, GIVE_UP, isBlank } from "./lines.ts";
import { oddKeys } from "./scalars.ts";

const COLON = 58;

/** Which signs a key may hold: 1 anywhere, 2 not at its start. */
const inKeys = new Uint8Array(256);
for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz") inKeys[letter.charCodeAt(0)] = 1;
for (const digit of "0123456789") inKeys[digit.charCodeAt(0)] = 2;

/** The offset after the key that stands at a place with its colon and a blank; -1 when none does. */
export function keyEnd(from: number): number {
  const { bytes } = cursor;
  if (inKeys[bytes[from] ?? 0] !== 1) return -1;
  let at = from + 1;
  while ((inKeys[bytes[at] ?? 0] ?? 0) > 0) at += 1;
  return bytes[at] === COLON && isBlank(at + 1) ? at : -1;
}

/** The keys of the maps that are open, as numbers: those of the inmost map are the last ones. */
const keys = { numbers: new Int32Array(4096), size: 0 };

export function forgetKeys(size = 0): void {
  keys.size = size;
}

/** How many keys are known: where those of a map that opens begin. */
export function knownKeys(): number {
  return keys.size;
}

/** A number for a key; two keys of one number are one key written twice, or a rare chance: in both cases the exact reader knows. */
const numberWith = (number: number, byte: number): number => (Math.imul(number, 31) + byte) | 0;
const oddFirsts = new Set(oddKeys.map((key) => key.charCodeAt(0)));
const oddNumbers = Int32Array.from(oddKeys, (key) => [...key].reduce((number, letter) => numberWith(number, letter.charCodeAt(0)), 0));

/** Writes a key and its colon; gives up on one that the map already has, or an odd one. */
export function putKey(from: number, to: number, mapStart: number): void {
  const { bytes } = cursor;
  const out = json.bytes;
  let [number, size] = [0, json.size];
  out[size] = QUOTE;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    number = numberWith(number, byte);
    size += 1;
    out[size] = byte;
  }
  out[size + 1] = QUOTE;
  out[size + 2] = COLON;
  json.size = size + 3;
  if (isAmong(keys.numbers, mapStart, keys.size, number)) throw GIVE_UP;
  if (oddFirsts.has(bytes[from] ?? 0) && isAmong(oddNumbers, 0, oddNumbers.length, number)) throw GIVE_UP;
  if (keys.size === keys.numbers.length) throw GIVE_UP;
  keys.numbers[keys.size] = number;
  keys.size += 1;
}

function isAmong(numbers: Int32Array, from: number, to: number, number: number): boolean {
  for (let at = from; at < to; at += 1) if (numbers[at] === number) return true;
  return false;
}
