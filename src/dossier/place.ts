/**
 * Data with its places, as offsets in the text: `from`…`to` of a scalar that is not empty, `keyFrom`…`keyTo` of the key that leads
 * to it, -1 when there is none; and what it holds, made only for who goes there.
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
export function locate(text: string, root: Placed, path: Path, on: "key" | "value" = "value"): Range {
  const { node, isWhole } = descend(root, path);
  const isOnValue = isWhole && on === "value";
  if (isOnValue && node.from >= 0) return rangeOf(text, node.from, node.to);
  return rangeOf(text, ...(node.keyFrom >= 0 ? ([node.keyFrom, node.keyTo] as const) : firstLine(node)));
}

/** The scalar at a path as the person typed it, quotes apart; empty for an empty value, « … » for a block. */
export function sourceAt(text: string, root: Placed, path: Path): string {
  const { node, isWhole } = descend(root, path);
  if (!isWhole || node.data === null) return "";
  if (node.from < 0) return "…";
  const source = text.slice(node.from, node.to);
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

/** Offsets of a text to a line and its columns; of a piece that covers several lines, the first one. */
export function rangeOf(text: string, from: number, to: number): Range {
  const lineStart = text.lastIndexOf("\n", from - 1) + 1;
  const newline = text.indexOf("\n", from);
  const lineEnd = newline === -1 ? text.length : newline;
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < lineStart; at = text.indexOf("\n", at + 1)) line += 1;
  const column = from - lineStart + 1;
  return { line, column, endLine: line, endColumn: Math.max(Math.min(to, lineEnd) - lineStart, column) + 1 };
}
