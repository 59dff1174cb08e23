import { cellFinder, type Proved, type ProvedValue, titled } from "../proved.ts";

/** Rows of a sheet or of a page's table: texts and numbers by column, and what to call the row. */
export interface Row {
  at: string;
  cells: readonly (string | number | undefined)[];
}

/** How a file writes numbers: what rounding may take off them, and off rates in hundredths. */
export interface Writing {
  margin: number;
  rate: { scale: number; margin: number };
}

type Table = Proved["tables"][number];
type Chart = Proved["graphiques"][number];

/** What a place should hold; a chart's leaves empty what is hidden. */
export interface Place {
  value: ProvedValue;
  margin: number;
  scale: number;
  empty?: true;
}

/** By row and column. */
export type Places = Map<string, Place>;

/** Each place that a proved value has in a grid, known by the words around it as a reader knows it. */
export function placesOf(rows: readonly Row[], proved: Proved, writing: Writing): Places {
  const places: Places = new Map();
  const isTitle = (name: string): boolean => titled(name, proved.tables) !== undefined;
  rows.forEach((row, rank) => {
    const title = String(row.cells[0] ?? "");
    const table = titled(title, proved.tables);
    const chart = proved.graphiques.find(({ titre }) => title === titre || title.startsWith(`${titre}, en `));
    if (table) placeTable(rows, rank + 1, { table, isTitle }, places, writing);
    else if (chart) placeChart(rows, rank + 1, chart, places, writing);
    else placeFigures(row, rank, proved, places, writing);
  });
  return places;
}

/** The columns of a block: the measure of each, its category when there are two dimensions, and which of them is in rows. */
interface Columns {
  measures: readonly string[];
  across: readonly string[];
  rowsFirst: boolean;
}

/** Up to two blocks under the title; each with its measures, then its categories when there are two dimensions, then its lines. */
function placeTable(
  rows: readonly Row[],
  from: number,
  { table, isTitle }: { table: Table; isTitle: (name: string) => boolean },
  places: Places,
  { margin }: Writing,
): void {
  const find = cellFinder(table, "libelle");
  let columns: Columns = { measures: [], across: [], rowsFirst: true };
  for (let rank = from; rank < rows.length; rank += 1) {
    const [name = "", ...cells] = (rows[rank]?.cells ?? []).map((cell) => String(cell ?? ""));
    if (isTitle(name)) return;
    const dimension = table.dimensions.findIndex(({ libelle }) => libelle === name);
    if (cells.some((cell) => /^Cumul depuis le début| semestre \d{4}/.test(cell)))
      columns = { ...columns, measures: measuresOf(cells), across: [] };
    else if (dimension >= 0 && table.dimensions.length > 1) columns = { ...columns, across: cells, rowsFirst: dimension === 0 };
    else
      placeLine(
        rank,
        (mesure, other) => find(mesure, other === undefined ? [name] : columns.rowsFirst ? [name, other] : [other, name]),
        columns,
        places,
        margin,
      );
  }
}

/** A merged cell holds its text once: it stands for those to its right. */
function measuresOf(cells: readonly string[]): string[] {
  let last = "";
  return cells.map((cell) => {
    if (cell !== "") last = cell.startsWith("Cumul") ? "cumul" : "semestre";
    return last;
  });
}

function placeLine(
  rank: number,
  find: (mesure: string, other: string | undefined) => ProvedValue | undefined,
  { measures, across }: Columns,
  places: Places,
  margin: number,
): void {
  const width = Math.max(measures.length, across.length);
  for (let index = 0; index < width; index += 1) {
    const value = find(measures[index] ?? measures.at(-1) ?? "", across[index]);
    if (value !== undefined) places.set(`${rank}:${index + 1}`, { value, margin, scale: 1 });
  }
}

/** A row per category, a column per series; what is hidden leaves its cell empty. */
function placeChart(rows: readonly Row[], from: number, { categories, series }: Chart, places: Places, { margin }: Writing): void {
  const first = rows.findIndex(({ cells }, rank) => rank >= from && rank < from + 4 && cells[0] === categories[0]);
  if (first < 0) return;
  categories.forEach((_, rank) => {
    series.forEach(({ points }, index) => {
      places.set(`${first + rank}:${index + 1}`, { value: points[rank] ?? { valeur: null }, margin, scale: 1, empty: true });
    });
  });
}

/** A figure or a rate stands to the right of its name. */
function placeFigures({ cells }: Row, rank: number, { figures, taux }: Proved, places: Places, { margin, rate }: Writing): void {
  cells.forEach((cell, column) => {
    const [figure, one] = [figures.find(({ libelle }) => libelle === cell), taux.find(({ libelle }) => libelle === cell)];
    if (figure !== undefined) places.set(`${rank}:${column + 1}`, { value: figure, margin, scale: 1 });
    else if (one !== undefined) places.set(`${rank}:${column + 1}`, { value: one, ...rate });
  });
}
