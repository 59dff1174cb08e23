export const [QUOTE, BACKSLASH] = [34, 92];
const [COMMA, COLON] = [44, 58];

/** The last sign that takes one byte. */
const LAST_OF_ONE = 0x7f;
/** The bytes that begin the signs of Latin-1: é, ç, °… */
const [LATIN, LAST_LATIN] = [0xc2, 0xc3];
/** The bits that the bytes after the first one bring to a sign. */
const [MORE, BITS] = [0x3f, 6];

/**
 * What was read so far, as JSON, of which the engine makes objects several times faster than a program can. In Latin-1, which it takes
 * as it is.
 */
export class Json {
  /** Only what is before `size` was written of this text: the room, four times the longest of them, serves again. */
  private bytes = Buffer.alloc(0);
  private size = 0;

  /** Begins the JSON of a text of so many bytes, with room for any: no write looks for it again. */
  begin(length: number): void {
    // The longest JSON for its text is that of a key without a value: `a:` and its end of line give `"a":null,`.
    const room = 4 * length + 64;
    if (room > this.bytes.length) this.bytes = Buffer.alloc(2 * room);
    this.size = 0;
  }

  /** The data that the JSON says. */
  data(): unknown {
    return JSON.parse(this.bytes.toString("latin1", 0, this.size));
  }

  /** How much was written: with `takeBack`, for who may find that it means something else. */
  mark(): number {
    return this.size;
  }

  /** Forgets what was written since a mark. */
  takeBack(mark: number): void {
    this.size = mark;
  }

  /** Writes one sign. */
  put(byte: number): void {
    this.bytes[this.size] = byte;
    this.size += 1;
  }

  /** Writes a word of JSON. */
  putWord(word: string): void {
    for (let at = 0; at < word.length; at += 1) this.put(word.charCodeAt(at));
  }

  /** Writes a key of plain letters and its colon. */
  putKey(text: Buffer, from: number, to: number): void {
    this.put(QUOTE);
    this.putSigns(text, from, to);
    this.put(QUOTE);
    this.put(COLON);
  }

  /** Writes signs that JSON has as they are. */
  putSigns(text: Buffer, from: number, to: number): void {
    const { bytes } = this;
    let { size } = this;
    for (let at = from; at < to; at += 1) {
      bytes[size] = text[at] ?? 0;
      size += 1;
    }
    this.size = size;
  }

  /** Writes signs that JSON has as they are up to the first of those that `stops` tells, and gives its offset. */
  putUntil(text: Buffer, from: number, stops: Uint8Array): number {
    const { bytes } = this;
    let [at, size] = [from, this.size];
    for (let byte = text[at] ?? 0; stops[byte] === 0; byte = text[at] ?? 0) {
      bytes[size] = byte;
      size += 1;
      at += 1;
    }
    this.size = size;
    return at;
  }

  /** Writes the sign that stands at a place of the text, inside a string, and gives the offset after it. */
  putInside(text: Buffer, at: number): number {
    const byte = text[at] ?? 0;
    if (byte > LAST_OF_ONE) return this.putWide(text, at, byte);
    if (byte === QUOTE || byte === BACKSLASH) this.put(BACKSLASH);
    this.put(byte);
    return at + 1;
  }

  /** Writes a sign of several bytes, those that Latin-1 has not by their number. */
  private putWide(text: Buffer, at: number, first: number): number {
    if (first === LATIN || first === LAST_LATIN) {
      this.put(((first << BITS) & 0xff) | ((text[at + 1] ?? 0) & MORE));
      return at + 2;
    }
    const end = at + (first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);
    const sign = text.toString("utf8", at, end);
    for (let unit = 0; unit < sign.length; unit += 1) this.putWord(`\\u${sign.charCodeAt(unit).toString(16).padStart(4, "0")}`);
    return end;
  }

  /** Writes the sign that closes a list or a map, over the comma of its last item if it has one. */
  putEnd(byte: number): void {
    if (this.bytes[this.size - 1] === COMMA) this.size -= 1;
    this.put(byte);
  }
}
