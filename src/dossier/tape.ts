import { isAscii } from "node:buffer";
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
export function placedFromTape(data: unknown, bytes: Buffer): Placed {
  return nodeAt(0, data, { bytes, unitOf: isAscii(bytes) ? (at) => at : unitsOf(bytes) });
}

/** How many units of a text stand before a byte of it; counted on from the last place asked for, when that comes before. */
function unitsOf(bytes: Buffer): (at: number) => number {
  let [known, units] = [0, 0];
  return (at) => {
    if (at < 0) return at;
    if (at < known) [known, units] = [0, 0];
    for (; known < at; known += 1) units += unitsBegunBy(bytes[known] ?? 0);
    return units;
  };
}

/** A byte that goes on with a sign begins no unit, and a sign of four bytes takes two. */
function unitsBegunBy(byte: number): number {
  if ((byte & 0xc0) === 0x80) return 0;
  return byte < 0xf0 ? 1 : 2;
}

/** A text as the tape counts it, and the unit where a byte of it stands. */
interface Counted {
  bytes: Buffer;
  unitOf(byte: number): number;
}

function nodeAt(mark: number, data: unknown, counted: Counted): Placed {
  const placeAt = (slot: number): number => counted.unitOf(tape[mark + slot] ?? -1);
  // Counted only where somebody looks: on the way to a place nobody does.
  return {
    data,
    get keyFrom() {
      return placeAt(0);
    },
    get keyTo() {
      return placeAt(1);
    },
    get from() {
      return placeAt(2);
    },
    get to() {
      return placeAt(3);
    },
    child: (step) => childAt(mark, data, step, counted),
  };
}

function childAt(parent: number, data: unknown, step: string | number, counted: Counted): Placed | undefined {
  if (typeof data !== "object" || data === null || !Object.hasOwn(data, step)) return undefined;
  const end = tape[parent + SIZE - 1] ?? 0;
  let mark = parent + SIZE;
  for (let rank = 0; mark < end && !isStep(mark, rank, step, counted.bytes); rank += 1) mark = tape[mark + SIZE - 1] ?? end;
  return mark < end ? nodeAt(mark, (data as Record<string | number, unknown>)[step], counted) : undefined;
}

/** Whether a node is what an index or a key leads to; the order of the data's own keys says nothing of the text's. */
function isStep(mark: number, rank: number, step: string | number, bytes: Buffer): boolean {
  const [from = -1, to = -1] = [tape[mark], tape[mark + 1]];
  if (from < 0) return rank === step;
  // Keys are letters and digits, one byte each.
  return typeof step === "string" && to - from === step.length && bytes.toString("latin1", from, to) === step;
}
