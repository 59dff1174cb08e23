import type { Placed } from "./place.ts";

/**
 * The places of a text as a flat list of numbers, five a node in the order of the text: offsets of its key, offsets of its scalar
 * (-1 when there is none), and where the next node after it and all it holds begins. One list serves every file: reading
 * five thousand of them makes no garbage for places that almost nobody asks for.
 */
let tape = new Int32Array(8192);
let size = 0;
const SIZE = 5;

export function rewind(): void {
  size = 0;
}

/** Opens a node; what is opened before it is closed is inside it. Gives the mark that closes it. */
export function open(keyFrom: number, keyTo: number): number {
  if (size + SIZE > tape.length) grow();
  const mark = size;
  tape[mark] = keyFrom;
  tape[mark + 1] = keyTo;
  tape[mark + 2] = -1;
  tape[mark + 3] = -1;
  size += SIZE;
  return mark;
}

function grow(): void {
  const larger = new Int32Array(tape.length * 2);
  larger.set(tape);
  tape = larger;
}

/** Gives the node opened last the offsets of a scalar. */
export function markScalar(from: number, to: number): void {
  tape[size - 3] = from;
  tape[size - 2] = to;
}

export function close(mark: number): void {
  tape[mark + SIZE - 1] = size;
}

/** The places of the text read last, as a tree along its data; the tape counts bytes, places count the units of the text. */
export function placedFromTape(data: unknown, text: string): Placed {
  const bytes = Buffer.from(text);
  const unitOf = bytes.length === text.length ? (at: number) => at : (at: number) => (at < 0 ? at : bytes.toString("utf8", 0, at).length);
  return nodeAt(0, data, unitOf);
}

function nodeAt(mark: number, data: unknown, unitOf: (byte: number) => number): Placed {
  const placeAt = (slot: number): number => unitOf(tape[mark + slot] ?? -1);
  return {
    data,
    keyFrom: placeAt(0),
    keyTo: placeAt(1),
    from: placeAt(2),
    to: placeAt(3),
    child: (step) => childAt(mark, data, step, unitOf),
  };
}

function childAt(parent: number, data: unknown, step: string | number, unitOf: (byte: number) => number): Placed | undefined {
  if (typeof data !== "object" || data === null || !Object.hasOwn(data, step)) return undefined;
  let mark = parent + SIZE;
  const rank = typeof step === "number" ? step : Object.keys(data).indexOf(step);
  for (let passed = 0; passed < rank; passed += 1) mark = tape[mark + SIZE - 1] ?? mark;
  return nodeAt(mark, (data as Record<string | number, unknown>)[step], unitOf);
}
