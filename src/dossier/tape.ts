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

/** A text in UTF-8 and the list of its places: all that stays of a reading for who asks later. */
export interface Marks {
  bytes: Buffer;
  tape: Int32Array;
}

/** The places of the text read last. They are its own: the tape goes on to the next text. */
export function marksOf(bytes: Buffer): Marks {
  return { bytes, tape: tape.slice(0, size) };
}

/** The places of a text as a tree along its data; marks count bytes, places count the units of the text. */
export function placed(data: unknown, marks: Marks): Placed {
  const { bytes } = marks;
  return new TapeNode(0, data, { ...marks, unitOf: isAscii(bytes) ? (at) => at : unitsOf(bytes) });
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

/** Marks, and the unit where a byte of their text stands. */
interface Counted extends Marks {
  unitOf(byte: number): number;
}

/** Offsets are counted only where somebody looks: on the way to a place nobody does. A class, for accessors are dear to make. */
class TapeNode implements Placed {
  readonly data: unknown;
  private readonly mark: number;
  private readonly counted: Counted;

  constructor(mark: number, data: unknown, counted: Counted) {
    this.data = data;
    this.mark = mark;
    this.counted = counted;
  }

  get keyFrom(): number {
    return this.placeAt(0);
  }

  get keyTo(): number {
    return this.placeAt(1);
  }

  get from(): number {
    return this.placeAt(2);
  }

  get to(): number {
    return this.placeAt(3);
  }

  child(step: string | number): Placed | undefined {
    const { data, mark: parent, counted } = this;
    if (typeof data !== "object" || data === null || !Object.hasOwn(data, step)) return undefined;
    const { tape } = counted;
    const end = tape[parent + SIZE - 1] ?? 0;
    let mark = parent + SIZE;
    for (let rank = 0; mark < end && !isStep(mark, rank, step, counted); rank += 1) mark = tape[mark + SIZE - 1] ?? end;
    return mark < end ? new TapeNode(mark, (data as Record<string | number, unknown>)[step], counted) : undefined;
  }

  private placeAt(slot: number): number {
    const { tape, unitOf } = this.counted;
    return unitOf(tape[this.mark + slot] ?? -1);
  }
}

/** Whether a node is what an index or a key leads to; the order of the data's own keys says nothing of the text's. */
function isStep(mark: number, rank: number, step: string | number, { bytes, tape }: Marks): boolean {
  const [from = -1, to = -1] = [tape[mark], tape[mark + 1]];
  if (from < 0) return rank === step;
  // Keys are letters and digits, one byte each.
  return typeof step === "string" && to - from === step.length && bytes.toString("latin1", from, to) === step;
}
