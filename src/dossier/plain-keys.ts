import { GIVE_UP, oddKeys } from "./plain-scalars.ts";

const keyAt = /[A-Za-z_][A-Za-z0-9_]*:(?= |\r?\n|$)/y;
/** The key that came after each key last time: files of one kind follow one order, and a guess is checked faster than a word is read. */
const following = new Map<string, string>();
const MOST_KNOWN = 1000;

/** Whether a key and its colon stand at an offset. */
export function isKeyAt(text: string, from: number): boolean {
  keyAt.lastIndex = from;
  return keyAt.test(text);
}

/** The key that stands at an offset, after another in the order of the text; gives up when there is none, or an odd one. */
export function keyAfter(previous: string, text: string, from: number): string {
  const guess = following.get(previous);
  if (guess !== undefined && text.startsWith(guess, from) && isColon(text, from + guess.length)) return guess;
  if (!isKeyAt(text, from)) throw GIVE_UP;
  const key = sharedKey(text.slice(from, keyAt.lastIndex - 1));
  if (following.size < MOST_KNOWN || following.has(previous)) following.set(previous, key);
  return key;
}

function isColon(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 58) return false;
  const next = text.charCodeAt(at + 1);
  return next === 32 || next === 10 || next === 13 || Number.isNaN(next);
}

const knownKeys = new Map<string, string>();

/** One copy of each key: objects fill several times faster with a key that the engine has seen before. */
export function sharedKey(key: string): string {
  const known = knownKeys.get(key);
  if (known !== undefined) return known;
  if (oddKeys.has(key)) throw GIVE_UP;
  if (knownKeys.size < MOST_KNOWN) knownKeys.set(key, key);
  return key;
}
