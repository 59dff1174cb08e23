import { largest } from "../../words/largest.ts";
import { shorten } from "../terminal/shorten.ts";
import { type Column, table } from "../terminal/table.ts";

type Row = readonly string[];

/** A table of names and figures: the names give way so that lines keep within the width. */
export function namedTable(columns: readonly Column[], rows: readonly Row[], footer: Row, width: number): string {
  const room = roomForNames(columns, [footer, ...rows], width);
  return table(
    columns,
    rows.map(([name = "", ...cells]) => [shorten(name, room), ...cells]),
    footer,
  );
}

/** What the columns of figures, two spaces before each, leave to that of names. */
function roomForNames(columns: readonly Column[], rows: readonly Row[], width: number): number {
  const figures = columns.slice(1).map(({ header }, index) =>
    largest(
      rows.map((row) => row[index + 1]?.length ?? 0),
      header.length,
    ),
  );
  return Math.max(
    8,
    figures.reduce((left, column) => left - column - 2, width),
  );
}
