import Table from "cli-table3";
import { asOurs, bare, painted, visible } from "../../words/visible.ts";
import { style } from "./style.ts";

export interface Column {
  header: string;
  align?: "left" | "right";
}

type Line = readonly string[];

/** A plain table: a bold header, a rule under it, two spaces between columns; as wide as its content. */
export function table(columns: readonly Column[], rows: readonly Line[], footer: Line = []): string {
  const lines = layOut(columns, [columns.map(({ header }) => header), ...rows, ...(footer.length > 0 ? [footer] : [])]);
  const rule = style.dim("─".repeat(lines.reduce((width, line) => Math.max(width, bare(line).length), 0)));
  const head = style.bold(lines[0] ?? "");
  const body = lines.slice(1, rows.length + 1);
  const foot = footer.length > 0 ? [rule, style.bold(lines.at(-1) ?? "")] : [];
  return [head, rule, ...body, ...foot].join("\n");
}

/** cli-table3 compares each cell with all the others of its table: thousands of rows are laid out in slices of the same widths. */
const sliceLength = 100;

function layOut(columns: readonly Column[], given: readonly Line[]): string[] {
  // Widths are reckoned on styles as screens know them, once nothing else can be taken for one.
  const lines = given.map((line) => line.map((cell) => painted(visible(cell))));
  const slices: Line[][] = [];
  for (let start = 0; start < lines.length; start += sliceLength) slices.push(lines.slice(start, start + sliceLength));
  const natural = slices.map((slice) => ({ slice, ...grid(columns, slice) }));
  const widths = columns.map((_, index) => natural.reduce((width, { colWidths }) => Math.max(width, colWidths[index] ?? 0), 0));
  return natural
    .flatMap(({ slice, text, colWidths }) => {
      const isWide = widths.every((width, index) => width === colWidths[index]);
      return (isWide ? text : grid(columns, slice, widths).text).split("\n");
    })
    .map((line) => asOurs(line.trimEnd()));
}

/** @returns the text, and the width that each column took. */
function grid(columns: readonly Column[], lines: readonly Line[], colWidths?: number[]): { text: string; colWidths: (number | null)[] } {
  const laid = new Table({
    chars,
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [] },
    colAligns: columns.map(({ align = "left" }) => align),
    ...(colWidths === undefined ? {} : { colWidths: [...colWidths] }),
  });
  laid.push(...lines.map((line) => [...line]));
  return { text: laid.toString(), colWidths: laid.options.colWidths };
}

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
