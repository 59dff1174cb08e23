/** Thrown by the plain reader at the first thing it does not know. */
export const GIVE_UP = Symbol("give up");

/** Rubrics and lists inside one another: more than any cpro file has, and few enough for whoever goes through them. */
export const MOST_LEVELS = 64;

export const [NEWLINE, RETURN, SPACE, HASH, LAST_PLAIN] = [10, 13, 32, 35, 126];

/**
 * The text being read, as bytes of UTF-8 with an end of line after the last, and the line the reader stands on: the spaces before it
 * (-1 after the last line), the offset of its first sign, that of the line after it, how many lists and maps are open. One room serves
 * every text in turn.
 */
export const cursor = { bytes: Buffer.alloc(0), length: 0, indent: -1, from: 0, next: 0, level: 0 };

/** Takes a text in UTF-8 and stands on its first line. */
export function openText(bytes: Uint8Array): void {
  if (bytes.length >= cursor.bytes.length) cursor.bytes = Buffer.alloc(2 * bytes.length + 1);
  cursor.bytes.set(bytes);
  cursor.length = bytes.length;
  cursor.bytes[cursor.length] = NEWLINE;
  cursor.next = 0;
  cursor.level = 0;
  nextLine();
}

/** Goes into a list or a map. */
export function enter(): void {
  cursor.level += 1;
  if (cursor.level > MOST_LEVELS) throw GIVE_UP;
}

/** Comes out of it. */
export function leave(): void {
  cursor.level -= 1;
}

/** Goes to the next line that holds something: blank lines and whole-line comments are passed over. */
function nextLine(): void {
  const { bytes, length } = cursor;
  cursor.indent = -1;
  while (cursor.next < length && cursor.indent < 0) {
    const from = blanksEnd(cursor.next);
    if (bytes[from] === HASH || isEnd(from)) {
      cursor.next = lineEnd(from) + 1;
    } else {
      cursor.indent = from - cursor.next;
      cursor.from = from;
      return;
    }
  }
}

/** Ends a line after its last value, where only blanks and a comment may follow, and goes to the next one. */
export function endLine(after: number): void {
  const at = blanksEnd(after);
  if (!isEnd(at) && (at === after || cursor.bytes[at] !== HASH)) throw GIVE_UP;
  goOn(lineEnd(at) + 1);
}

/** Goes to the first line that holds something from an offset on. */
export function goOn(next: number): void {
  cursor.next = next;
  nextLine();
}

/** Whether the last line was read. */
export function isAtEnd(): boolean {
  return cursor.indent === -1;
}

/** Whether a place is the end of its line. */
export function isEnd(at: number): boolean {
  const { bytes, length } = cursor;
  return bytes[at] === NEWLINE || (bytes[at] === RETURN && at + 1 < length && bytes[at + 1] === NEWLINE);
}

/** Whether a place is a space or the end of its line. */
export function isBlank(at: number): boolean {
  return cursor.bytes[at] === SPACE || isEnd(at);
}

/** The first place from `at` on that holds no space. */
export function blanksEnd(at: number): number {
  const { bytes } = cursor;
  let end = at;
  while (bytes[end] === SPACE) end += 1;
  return end;
}

/** The newline that ends a line; gives up on a sign that plain texts do not have. */
export function lineEnd(from: number): number {
  const { bytes } = cursor;
  let at = from;
  for (let byte = bytes[at] ?? NEWLINE; byte !== NEWLINE; byte = bytes[at] ?? NEWLINE) {
    if (!isUsual(at) && !isEnd(at)) throw GIVE_UP;
    at += 1;
  }
  return at;
}

const [CONTROLS, PUNCTUATION, MARKS] = [0xc2, 0xe2, 0xef];

/** Whether a sign may stand in a plain text: no tab nor other control character, exotic separator or byte order mark. */
export function isUsual(at: number): boolean {
  const { bytes } = cursor;
  const byte = bytes[at] ?? 0;
  if (byte >= SPACE && byte <= LAST_PLAIN) return true;
  const [second = 0, third = 0] = [bytes[at + 1], bytes[at + 2]];
  if (byte === CONTROLS) return second >= 0xa0;
  // U+2028, U+2029
  if (byte === PUNCTUATION && second === 0x80) return third !== 0xa8 && third !== 0xa9;
  if (byte === MARKS && second === 0xbb) return third !== 0xbf;
  return byte > LAST_PLAIN + 1;
}
