/** Numbers that a node takes. */
export const SIZE = 5;

/**
 * The places of a text as a flat list of numbers, five a node in the order of the text: offsets of its key, offsets of its scalar
 * (-1 when there is none), and where the next node after it and all it holds begins.
 */
export class Tape {
  /**
   * Only what is before `size` is of this text: the list serves again, so that thousands of files make no garbage for places that almost
   * nobody asks for.
   */
  private numbers = new Int32Array(8192);
  private size = 0;

  begin(): void {
    this.size = 0;
  }

  /** Opens a node; what is opened before it is closed is inside it. Gives the mark that closes it. */
  open(keyFrom: number, keyTo: number): number {
    if (this.size + SIZE > this.numbers.length) this.grow();
    const { numbers, size: mark } = this;
    numbers[mark] = keyFrom;
    numbers[mark + 1] = keyTo;
    numbers[mark + 2] = -1;
    numbers[mark + 3] = -1;
    this.size = mark + SIZE;
    return mark;
  }

  private grow(): void {
    const larger = new Int32Array(this.numbers.length * 2);
    larger.set(this.numbers);
    this.numbers = larger;
  }

  /** Gives the node opened last the offsets of a scalar. */
  markScalar(from: number, to: number): void {
    this.numbers[this.size - 3] = from;
    this.numbers[this.size - 2] = to;
  }

  close(mark: number): void {
    this.numbers[mark + SIZE - 1] = this.size;
  }

  /** The places of the text, for who keeps them while the tape goes on to the next text. */
  copy(): Int32Array {
    return this.numbers.slice(0, this.size);
  }
}
