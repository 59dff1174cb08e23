import type { Placed } from "../place.ts";

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

/** The places of a text as a tree along its data. */
export function placed(data: unknown, marks: Marks): Placed {
  return nodeAt(0, data, marks);
}

function nodeAt(mark: number, data: unknown, marks: Marks): Placed {
  const { tape } = marks;
  const [keyFrom = -1, keyTo = -1, from = -1, to = -1] = tape.subarray(mark, mark + SIZE);
  return { data, keyFrom, keyTo, from, to, child: finder(mark, data, marks) };
}

/** Searches beyond which a node's children are listed once and for all. */
const FEW = 8;

/** Finds what keys and indexes lead to: most nodes are asked for one child or two, a few for all of many thousand. */
function finder(parent: number, data: unknown, marks: Marks): (step: string | number) => Placed | undefined {
  const found = new Map<string | number, Placed>();
  let listed: Map<string | number, number> | undefined;
  return (step) => {
    const known = found.get(step);
    if (known !== undefined) return known;
    if (typeof data !== "object" || data === null || !Object.hasOwn(data, step)) return undefined;
    if (found.size >= FEW) listed ??= childrenOf(parent, marks);
    const mark = listed === undefined ? search(parent, step, marks) : listed.get(step);
    if (mark === undefined) return undefined;
    const node = nodeAt(mark, (data as Record<string | number, unknown>)[step], marks);
    found.set(step, node);
    return node;
  };
}

function search(parent: number, step: string | number, marks: Marks): number | undefined {
  const { tape } = marks;
  const end = tape[parent + SIZE - 1] ?? 0;
  let mark = parent + SIZE;
  for (let rank = 0; mark < end && !isStep(mark, rank, step, marks); rank += 1) mark = tape[mark + SIZE - 1] ?? end;
  return mark < end ? mark : undefined;
}

function childrenOf(parent: number, marks: Marks): Map<string | number, number> {
  const { bytes, tape } = marks;
  const end = tape[parent + SIZE - 1] ?? 0;
  const children = new Map<string | number, number>();
  for (let mark = parent + SIZE; mark < end; mark = tape[mark + SIZE - 1] ?? end) {
    const [from = -1, to = -1] = [tape[mark], tape[mark + 1]];
    children.set(from < 0 ? children.size : bytes.toString("latin1", from, to), mark);
  }
  return children;
}

/** Whether a node is what an index or a key leads to; the order of the data's own keys says nothing of the text's. */
function isStep(mark: number, rank: number, step: string | number, { bytes, tape }: Marks): boolean {
  const [from = -1, to = -1] = [tape[mark], tape[mark + 1]];
  if (from < 0) return rank === step;
  // Keys are letters and digits, one byte each.
  return typeof step === "string" && to - from === step.length && bytes.toString("latin1", from, to) === step;
}
