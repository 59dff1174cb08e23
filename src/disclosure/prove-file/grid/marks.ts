import { formatNumber } from "../../../words/french.ts";
import { type Proved, titled } from "../proved.ts";
import type { Row } from "./places.ts";

/** What a file's readers are told of how many values are hidden, and where. */
const MARKS_TITLE = "Cases masquées";

/** The marks that each table shows, counted in the rows of sheets or of a page's tables, under their titles. */
export function marksIn(grids: readonly (readonly Row[])[], { tables }: Proved): Map<string, number> {
  const marks = new Map<string, number>();
  for (const rows of grids) {
    let table: string | undefined;
    for (const { cells } of rows) {
      const title = String(cells[0] ?? "");
      table = titled(title, tables)?.id ?? table;
      const count = cells.filter((cell) => cell === "s").length;
      if (table !== undefined && count > 0) marks.set(table, (marks.get(table) ?? 0) + count);
    }
  }
  return marks;
}

/** What the file says of its marks, each time it does, when it is not what was counted in it. Where there is no mark it may say nothing. */
export function countFaults(marks: ReadonlyMap<string, number>, rows: readonly Row[], { tables }: Proved): string[] {
  const counts = tables.flatMap(({ id }) => (marks.has(id) ? [`${id} : ${formatNumber(marks.get(id) ?? 0)}`] : []));
  const counted = counts.length === 0 ? "Aucune." : `${counts.join(" ; ")}.`;
  const said = rows.filter(({ cells }) => cells[0] === MARKS_TITLE).map(({ cells }) => String(cells[1] ?? ""));
  if (said.length === 0 && counts.length > 0) return [`« ${MARKS_TITLE} » n'y est pas`];
  return said.filter((text) => text !== counted).map((text) => `« ${MARKS_TITLE} » : ${text} au lieu de ${counted}`);
}
