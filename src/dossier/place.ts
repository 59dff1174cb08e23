/**
 * Data with its places, as offsets in the bytes of the text: `from`…`to` of a scalar that is not empty, `keyFrom`…`keyTo` of the key
 * that leads to it, -1 when there is none; and what it holds, made only for who goes there.
 */
export interface Placed {
  data: unknown;
  from: number;
  to: number;
  keyFrom: number;
  keyTo: number;
  /** What a key or an index leads to. */
  child(step: string | number): Placed | undefined;
}

/** Keys and indexes from the root to a piece of data, e.g. ["financement", "depenses", 2, "montant"]. */
export type Path = readonly (string | number)[];

/** The path of a JSON Pointer into data; steps in lists are numbers. */
export function pathOf(pointer: string, data: unknown): Path {
  let node = data;
  return pointer
    .split("/")
    .slice(1)
    .map((step) => {
      const key = Array.isArray(node) ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~");
      node = typeof node === "object" && node !== null ? (node as Record<string | number, unknown>)[key] : undefined;
      return key;
    });
}

/** A place in a text: lines and columns begin at 1, `endColumn` is the first one after. */
export interface Range {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/**
 * Where a path stands in a text: its value, or its key (`on: "key"`). A whole block is shown by its key (in a list, by its first
 * line), and an empty value by its key: underlining twenty lines, or nothing, shows nothing. A path that does not exist stands
 * where its nearest ancestor does: that is where the missing key is to be added.
 */
export function locate(lined: Lined, root: Placed, path: Path, on: "key" | "value" = "value"): Range {
  const { node, isWhole } = descend(root, path);
  const isOnValue = isWhole && on === "value";
  if (isOnValue && node.from >= 0) return rangeOf(lined, node.from, node.to);
  return rangeOf(lined, ...(node.keyFrom >= 0 ? ([node.keyFrom, node.keyTo] as const) : firstLine(node)));
}

/** The scalar at a path as the person typed it, quotes apart; empty for an empty value, « … » for a block. */
export function sourceAt(bytes: Buffer, root: Placed, path: Path): string {
  const { node, isWhole } = descend(root, path);
  if (!isWhole || node.data === null) return "";
  if (node.from < 0) return "…";
  const source = bytes.toString("utf8", node.from, node.to);
  return /^(["']).*\1$/s.test(source) ? source.slice(1, -1) : source;
}

/** What YAML read at a path; undefined when it leads nowhere. */
export function dataAt(root: Placed, path: Path): unknown {
  const { node, isWhole } = descend(root, path);
  return isWhole ? node.data : undefined;
}

/** The node at the end of a path, or the last one that exists on the way. */
function descend(root: Placed, path: Path): { node: Placed; isWhole: boolean } {
  let node = root;
  for (const step of path) {
    const next: Placed | undefined = node.child(step);
    if (next === undefined) return { node, isWhole: false };
    node = next;
  }
  return { node, isWhole: true };
}

function firstLine(node: Placed): readonly [number, number] {
  if (node.keyFrom >= 0) return [node.keyFrom, node.keyTo];
  if (node.from >= 0) return [node.from, node.to];
  const { data } = node;
  const first = node.child(Array.isArray(data) ? 0 : (Object.keys(data ?? {})[0] ?? ""));
  return first === undefined ? [0, 0] : firstLine(first);
}

/** A text in bytes, and where each of its lines begins: found once for all that is to be told of it. */
export interface Lined {
  bytes: Buffer;
  starts: readonly number[];
}

export function linesOf(bytes: Buffer): Lined {
  const starts = [0];
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === NEWLINE) starts.push(at + 1);
  return { bytes, starts };
}

const NEWLINE = 10;

/** Offsets in a text's bytes to a line and its columns, as an editor counts them; of a piece that covers several lines, the first one. */
export function rangeOf(lined: Lined, from: number, to: number): Range {
  const line = lineWith(from, lined);
  const { bytes, start, end } = boundsOf(line, lined);
  const columnOf = (at: number): number => bytes.toString("utf8", start, at).length + 1;
  const column = columnOf(from);
  return { line, column, endLine: line, endColumn: Math.max(columnOf(Math.min(to, end)), column + 1) };
}

/** The number of the line that holds a place, found by halves. */
function lineWith(at: number, { starts }: Lined): number {
  let [line, after] = [1, starts.length + 1];
  while (after - line > 1) {
    const middle = (line + after) >> 1;
    if ((starts[middle - 1] ?? 0) <= at) line = middle;
    else after = middle;
  }
  return line;
}

/** A line as it is written, its end apart. */
export function lineAt(lined: Lined, { line }: Range): string {
  const { bytes, start, end } = boundsOf(line, lined);
  return bytes.toString("utf8", start, end).replace(/\r$/, "");
}

function boundsOf(line: number, { bytes, starts }: Lined): { bytes: Buffer; start: number; end: number } {
  const next = starts[line];
  return { bytes, start: starts[line - 1] ?? 0, end: next === undefined ? bytes.length : next - 1 };
}

/** Where each unit of a text stands in its bytes. */
export function bytesOfUnits(text: string): (unit: number) => number {
  const places = new Int32Array(text.length + 1);
  let bytes = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    places[unit] = bytes;
    bytes += widthOf(text.charCodeAt(unit));
  }
  places[text.length] = bytes;
  return (unit) => places[unit] ?? bytes;
}

/** The bytes of UTF-8 that a unit brings; of the two halves of a sign of four, each brings two. */
function widthOf(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
}
