import type { Placed } from "../place.ts";
import { SIZE } from "./tape.ts";

/** A text in UTF-8 and the list of its places: all that stays of a reading for who asks later. */
export interface Marks {
  bytes: Buffer;
  tape: Int32Array;
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
