import { GIVE_UP, oddKeys } from "./plain-scalars.ts";

const keyAt = /[A-Za-z_][A-Za-z0-9_]*:(?= |\r?\n|$)/y;

/** Whether a key and its colon stand at an offset. */
export function isKeyAt(text: string, from: number): boolean {
  keyAt.lastIndex = from;
  return keyAt.test(text);
}

/** The key that stands at an offset; gives up when there is none, or an odd one. */
export function readKey(text: string, from: number): string {
  if (!isKeyAt(text, from)) throw GIVE_UP;
  return sharedKey(text.slice(from, keyAt.lastIndex - 1));
}

const knownKeys = new Map<string, string>();
const MOST_KNOWN = 1000;

/** One copy of each key: objects fill several times faster with a key that the engine has seen before. */
export function sharedKey(key: string): string {
  const known = knownKeys.get(key);
  if (known !== undefined) return known;
  if (oddKeys.has(key)) throw GIVE_UP;
  if (knownKeys.size < MOST_KNOWN) knownKeys.set(key, key);
  return key;
}
