import Table from "cli-table3";
import { style } from "./style.ts";

export interface Column {
  header: string;
  align?: "left" | "right";
}

/** A plain table: a bold header, a rule under it, two spaces between columns; as wide as its content. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], footer: readonly string[] = []): string {
  const chars = {
    top: "",
    "top-mid": "",
    "top-left": "",
    "top-right": "",
    bottom: "",
    "bottom-mid": "",
    "bottom-left": "",
    "bottom-right": "",
    left: "",
    "left-mid": "",
    mid: "",
    "mid-mid": "",
    right: "",
    "right-mid": "",
    middle: "  ",
  };
  const build = (lines: readonly (readonly string[])[]): string => {
    const grid = new Table({
      chars,
      style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
      colAligns: columns.map(({ align = "left" }) => align),
    });
    grid.push(...lines.map((line) => [...line]));
    return grid.toString();
  };
  const all = [columns.map(({ header }) => header), ...rows, ...(footer.length > 0 ? [footer] : [])];
  const lines = build(all)
    .split("\n")
    .map((line) => line.trimEnd());
  const rule = style.dim("─".repeat(Math.max(...lines.map((line) => line.length))));
  const head = style.bold(lines[0] ?? "");
  const body = lines.slice(1, rows.length + 1);
  const foot = footer.length > 0 ? [rule, style.bold(lines.at(-1) ?? "")] : [];
  return [head, rule, ...body, ...foot].join("\n");
}
