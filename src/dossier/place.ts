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
export function locate(bytes: Buffer, root: Placed, path: Path, on: "key" | "value" = "value"): Range {
  const { node, isWhole } = descend(root, path);
  const isOnValue = isWhole && on === "value";
  if (isOnValue && node.from >= 0) return rangeOf(bytes, node.from, node.to);
  return rangeOf(bytes, ...(node.keyFrom >= 0 ? ([node.keyFrom, node.keyTo] as const) : firstLine(node)));
}

/** The scalar at a path as the person typed it, quotes apart; empty for an empty value, « … » for a block. */
export function sourceAt(bytes: Buffer, root: Placed, path: Path): string {
  const { node, isWhole } = descend(root, path);
  if (!isWhole || node.data === null) return "";
  if (node.from < 0) return "…";
  const source = bytes.toString("utf8", node.from, node.to);
  return /^(["']).*\1$/s.test(source) ? source.slice(1, -1) : source;
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

/** Offsets in a text's bytes to a line and its columns, as an editor counts them; of a piece that covers several lines, the first one. */
export function rangeOf(bytes: Buffer, from: number, to: number): Range {
  let [line, start] = [1, 0];
  for (let at = 0; at < from; at += 1) {
    if (bytes[at] === NEWLINE) {
      line += 1;
      start = at + 1;
    }
  }
  const columnOf = (at: number): number => bytes.toString("utf8", start, at).length + 1;
  const column = columnOf(from);
  return { line, column, endLine: line, endColumn: Math.max(columnOf(Math.min(to, endOf(bytes, from))), column + 1) };
}

/** A line as it is written, its end apart. */
export function lineAt(bytes: Buffer, { line }: Range): string {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) start = endOf(bytes, start) + 1;
  return bytes.toString("utf8", start, endOf(bytes, start)).replace(/\r$/, "");
}

/** Where the line that holds a place ends. */
function endOf(bytes: Buffer, from: number): number {
  const newline = bytes.indexOf(NEWLINE, from);
  return newline === -1 ? bytes.length : newline;
}

const NEWLINE = 10;

/** Where a unit of a text stands in its bytes. */
export function byteOf(text: string, unit: number): number {
  return Buffer.byteLength(text.slice(0, unit));
}
