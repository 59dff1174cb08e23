import { GIVE_UP, NEWLINE } from "./lines.ts";

const [PLUS, DASH, DOT, ZERO, NINE] = [43, 45, 46, 48, 57];

/** Words with a meaning, and the JSON that says it; the other writings of the same words, without: not ours to decide. */
const words: ReadonlyMap<string, string | undefined> = new Map([
  ["true", "true"],
  ["false", "false"],
  ["null", "null"],
  ["~", "null"],
  ...["True", "TRUE", "False", "FALSE", "Null", "NULL"].map((odd) => [odd, undefined] as const),
]);
const LONGEST_WORD = 5;
const firsts: ReadonlySet<number> = new Set([...words.keys()].map((word) => word.charCodeAt(0)));
/** Keys that YAML reads as something else than a text, or that JavaScript keeps for itself. */
export const oddKeys: readonly string[] = [...words.keys(), "__proto__"];

/** The JSON of what a plain value means, when it is a number or a word with a meaning; nothing for a text. */
export function meaningOf(bytes: Buffer, from: number, to: number): string | undefined {
  const first = bytes[from] ?? 0;
  if (isDigit(first) || first === PLUS || first === DASH || first === DOT) {
    // A day, the most frequent of values, is a text: two dashes inside make no number.
    if (to - from === 10 && bytes[from + 4] === DASH && bytes[from + 7] === DASH) return undefined;
    return numberMeant(bytes.toString("latin1", from, to));
  }
  return to - from <= LONGEST_WORD && firsts.has(first) ? wordMeant(bytes.toString("latin1", from, to)) : undefined;
}

function wordMeant(word: string): string | undefined {
  const meaning = words.get(word);
  if (meaning === undefined && words.has(word)) throw GIVE_UP;
  return meaning;
}

const number = /^[-+]?[0-9]{1,15}(\.[0-9]{1,15})?$/;
/** What YAML may read as a number, a boolean or nothing, and that JSON does not write so: not ours to decide. */
const ambiguous = /^([-+]?\.?[0-9][0-9_.]*([eE][-+]?[0-9]*)?|[-+]?\.(inf|nan)|0[ox].*|[-+.]+)$/i;

function numberMeant(raw: string): string | undefined {
  const value = number.test(raw) ? Number(raw) : undefined;
  if (value === undefined ? ambiguous.test(raw) : Object.is(value, -0)) throw GIVE_UP;
  return value === undefined ? undefined : String(value);
}

/** Digits beyond these might not be one number in JSON and in YAML. */
const MOST_DIGITS = 15;

/** The offset after digits that JSON and YAML read as the same number, alone on their line; -1 when none stand at a place. */
export function numberEnd(bytes: Buffer, from: number): number {
  let [at, dot] = [from, -1];
  for (let byte = bytes[at] ?? 0; isDigit(byte) || (byte === DOT && dot < 0); byte = bytes[at] ?? 0) {
    if (byte === DOT) dot = at;
    at += 1;
  }
  const whole = (dot < 0 ? at : dot) - from;
  const isNumber = bytes[at] === NEWLINE && at - from <= MOST_DIGITS && at - 1 > dot && (bytes[from] !== ZERO || whole === 1);
  return isNumber && whole > 0 ? at : -1;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}
