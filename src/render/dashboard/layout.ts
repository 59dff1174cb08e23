import type { CellulePubliee, Dimension, Mesure, TablePubliee } from "../../dashboard/index.ts";

/** A column of numbers: its measure, and its category when the table has two dimensions. */
export interface Column {
  mesure: Mesure;
  code: string | undefined;
  libelle: string;
}

/** What stands at the end of each list of categories. */
export const ensemble = { code: "ensemble", libelle: "Ensemble" };

/** More categories than this and the two measures do not fit side by side. */
const WIDEST = 7;

/** How a table is laid out: the dimension with the most categories in rows, the other in columns under each measure. */
export function layout({ dimensions }: TablePubliee): { rows: Dimension; across: Dimension | undefined } {
  const [first, second] = dimensions;
  if (first === undefined) throw new RangeError("table without dimension");
  if (second === undefined || first.categories.length > second.categories.length) return { rows: first, across: second };
  return { rows: second, across: first };
}

/** The measures side by side, or one under the other when that would be too wide for a page. */
export function blocks(table: TablePubliee): Column[][] {
  const { across } = layout(table);
  const categories: { code: string | undefined; libelle: string }[] = across
    ? [...across.categories, ensemble]
    : [{ code: undefined, libelle: "" }];
  const measures = (["semestre", "cumul"] satisfies Mesure[]).filter((mesure) => table.cellules.some((cell) => cell.mesure === mesure));
  const columns = measures.map((mesure) => categories.map(({ code, libelle }): Column => ({ mesure, code, libelle })));
  return categories.length > WIDEST ? columns : [columns.flat()];
}

/** The cell of a table in a row and a column. */
export function cellAt(table: TablePubliee): (code: string, column: Column) => CellulePubliee | undefined {
  const { rows, across } = layout(table);
  const place = (mesure: string, row: string | undefined, column: string | undefined): string => [mesure, row, column].join("|");
  const cells = new Map(table.cellules.map((cell) => [place(cell.mesure, cell.codes[rows.id], across && cell.codes[across.id]), cell]));
  return (code, column) => cells.get(place(column.mesure, code, column.code));
}
