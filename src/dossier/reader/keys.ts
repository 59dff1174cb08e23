import { GIVE_UP, type Lines } from "./lines.ts";
import { oddKeys } from "./meanings.ts";

const COLON = 58;

/** Which signs a key may hold: 1 anywhere, 2 not at its start. */
const inKeys = new Uint8Array(256);
for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz") inKeys[letter.charCodeAt(0)] = 1;
for (const digit of "0123456789") inKeys[digit.charCodeAt(0)] = 2;

/** The offset after the key that stands at a place with its colon and a blank; -1 when none does. */
export function keyEnd(lines: Readonly<Lines>, from: number): number {
  const { bytes } = lines;
  if (inKeys[bytes[from] ?? 0] !== 1) return -1;
  let at = from + 1;
  while ((inKeys[bytes[at] ?? 0] ?? 0) > 0) at += 1;
  return bytes[at] === COLON && lines.isBlank(at + 1) ? at : -1;
}

/** A number for a key; two keys of one number are one key written twice, or a rare chance: in both cases the exact reader knows. */
const numberWith = (number: number, byte: number): number => (Math.imul(number, 31) + byte) | 0;
const oddFirsts = new Set(oddKeys.map((key) => key.charCodeAt(0)));
const oddNumbers = Int32Array.from(oddKeys, (key) => [...key].reduce((number, letter) => numberWith(number, letter.charCodeAt(0)), 0));

/** The keys of the maps that are open, so that none has one twice: those of a map stand after those of the map around it. */
export class Keys {
  /** A stack of numbers, as long as any file of cpro needs: a text with more keys open at once is for the exact reader. */
  private readonly numbers = new Int32Array(4096);
  private size = 0;

  begin(): void {
    this.size = 0;
  }

  /** Opens a map; the mark that it gives is where the keys of the map begin, and closes it. */
  open(): number {
    return this.size;
  }

  /** Closes a map: the keys of the one around it are the last ones again. */
  close(mark: number): void {
    this.size = mark;
  }

  /** Takes one more key for the inmost map; gives up on one that the map already has, or an odd one. */
  add(text: Buffer, from: number, to: number, mark: number): void {
    let number = 0;
    for (let at = from; at < to; at += 1) number = numberWith(number, text[at] ?? 0);
    if (isAmong(this.numbers, mark, this.size, number)) throw GIVE_UP;
    if (oddFirsts.has(text[from] ?? 0) && isAmong(oddNumbers, 0, oddNumbers.length, number)) throw GIVE_UP;
    if (this.size === this.numbers.length) throw GIVE_UP;
    this.numbers[this.size] = number;
    this.size += 1;
  }
}

function isAmong(numbers: Int32Array, from: number, to: number, number: number): boolean {
  for (let at = from; at < to; at += 1) if (numbers[at] === number) return true;
  return false;
}
