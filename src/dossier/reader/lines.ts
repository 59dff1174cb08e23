/** Thrown by the plain reader at the first thing it does not know. */
export const GIVE_UP = Symbol("give up");

/** Rubrics and lists inside one another: more than any cpro file has, and few enough for whoever goes through them. */
export const MOST_LEVELS = 64;

export const [NEWLINE, RETURN, SPACE, HASH, LAST_PLAIN] = [10, 13, 32, 35, 126];
const [CONTROLS, PUNCTUATION, MARKS] = [0xc2, 0xe2, 0xef];

/**
 * The text being read, and the line that the reader stands on. An offset inside a line is a variable of who reads there and goes from
 * function to function: only going from a line to the next changes anything here, so that a try at a key or a number leaves no trace.
 */
export class Lines {
  /**
   * The text in UTF-8, copied so that an end of line may follow it: loops over signs stop there and look at no length. The room serves
   * again, with longer texts of before after that end; it is the same from the beginning of a text to its end.
   */
  bytes: Buffer = Buffer.alloc(0);
  length = 0;
  /** The spaces before the line, -1 after the last one; a dash read, the rest of its line counts as a line further in. */
  indent = -1;
  /** The offset of the first sign of the line, which is neither a space nor a comment. */
  from = 0;
  /** How many lists and maps are open, so that no text can exhaust the stack. */
  private level = 0;

  /** Takes a text and stands on its first line. */
  begin(text: Uint8Array): void {
    if (text.length >= this.bytes.length) this.bytes = Buffer.alloc(2 * text.length + 1);
    this.bytes.set(text);
    this.length = text.length;
    this.bytes[text.length] = NEWLINE;
    this.level = 0;
    this.goOn(0);
  }

  /** Goes into a list or a map. */
  enter(): void {
    this.level += 1;
    if (this.level > MOST_LEVELS) throw GIVE_UP;
  }

  /** Comes out of it. */
  leave(): void {
    this.level -= 1;
  }

  /** Goes to the first line that holds something from an offset on: blank lines and whole-line comments are passed over. */
  goOn(next: number): void {
    let start = next;
    while (start < this.length) {
      const from = this.blanksEnd(start);
      if (this.bytes[from] !== HASH && !this.isEnd(from)) {
        this.indent = from - start;
        this.from = from;
        return;
      }
      start = this.lineEnd(from) + 1;
    }
    this.indent = -1;
  }

  /** Ends a line after its last value, where only blanks and a comment may follow, and goes to the next one. */
  endLine(after: number): void {
    const at = this.blanksEnd(after);
    if (!this.isEnd(at) && (at === after || this.bytes[at] !== HASH)) throw GIVE_UP;
    this.goOn(this.lineEnd(at) + 1);
  }

  /** Takes the rest of the line, from an offset on, for a line of its own, as far in as it stands. */
  goInside(from: number): void {
    this.indent += from - this.from;
    this.from = from;
  }

  /** Whether the last line was read. */
  isAtEnd(): boolean {
    return this.indent === -1;
  }

  /** Whether a place is the end of its line. */
  isEnd(at: number): boolean {
    const { bytes } = this;
    return bytes[at] === NEWLINE || (bytes[at] === RETURN && at + 1 < this.length && bytes[at + 1] === NEWLINE);
  }

  /** Whether a place is a space or the end of its line. */
  isBlank(at: number): boolean {
    return this.bytes[at] === SPACE || this.isEnd(at);
  }

  /** The first place from `at` on that holds no space. */
  blanksEnd(at: number): number {
    const { bytes } = this;
    let end = at;
    while (bytes[end] === SPACE) end += 1;
    return end;
  }

  /** The newline that ends a line; gives up on a sign that plain texts do not have. */
  lineEnd(from: number): number {
    const { bytes } = this;
    let at = from;
    for (let byte = bytes[at] ?? NEWLINE; byte !== NEWLINE; byte = bytes[at] ?? NEWLINE) {
      if (!this.isUsual(at) && !this.isEnd(at)) throw GIVE_UP;
      at += 1;
    }
    return at;
  }

  /** Whether a sign may stand in a plain text: no tab nor other control character, exotic separator or byte order mark. */
  isUsual(at: number): boolean {
    const { bytes } = this;
    const byte = bytes[at] ?? 0;
    if (byte >= SPACE && byte <= LAST_PLAIN) return true;
    const [second = 0, third = 0] = [bytes[at + 1], bytes[at + 2]];
    if (byte === CONTROLS) return second >= 0xa0;
    // U+2028, U+2029
    if (byte === PUNCTUATION && second === 0x80) return third !== 0xa8 && third !== 0xa9;
    if (byte === MARKS && second === 0xbb) return third !== 0xbf;
    return byte > LAST_PLAIN + 1;
  }
}
