/**
 * The places of a text as a flat list of numbers, five a node in the order of the text: offsets of its key, offsets of its scalar
 * (-1 when there is none), and where the next node after it and all it holds begins. One list serves every file: reading
 * five thousand of them makes no garbage for places that almost nobody asks for.
 */
let tape = new Int32Array(8192);
let size = 0;
/** Numbers that a node takes. */
export const SIZE = 5;

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

/** The places of the text read last, for who keeps them while the tape goes on to the next text. */
export function copyTape(): Int32Array {
  return tape.slice(0, size);
}
