import type { Row } from "../grid/places.ts";
import { type Proved, standsFor } from "../proved.ts";

const HEADER = "Tableau|Titre|Mesure|Dimension 1|Modalité 1|Dimension 2|Modalité 2|Unité|Valeur";

/** Where a sheet begins to list all cells, if it does. */
export const listIn = (rows: readonly Row[]): number => rows.findIndex(({ cells }) => cells.join("|") === HEADER);

/** The rows of such a list that are not the cells of the tables in their order, each with what it is. */
export function listFaults(sheet: string, rows: readonly Row[], { tables }: Proved): string[] {
  const expected = tables.flatMap((table) => table.cellules.map((cell) => ({ table, cell })));
  const faults = rows.flatMap(({ at, cells }, rank) => {
    const { table, cell } = expected[rank] ?? {};
    if (table === undefined || cell === undefined) return [`${at} de trop`];
    const about = table.dimensions.flatMap(({ id, libelle, categories }) => [
      libelle,
      categories.find(({ code }) => code === cell.codes[id])?.libelle ?? "Ensemble",
    ]);
    const words = [table.id, table.titre, cell.mesure, ...about, ...Array.from({ length: 4 - about.length }), table.unite];
    const isRight = words.every((word, column) => word === cells[column]) && cells.length === 9 && standsFor(cells[8], cell);
    return isRight ? [] : [`${at} : ${cells[8]}`];
  });
  return rows.length === expected.length ? faults : [...faults, `${sheet}, ${rows.length} lignes`];
}
