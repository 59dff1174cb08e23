import type { CellulePubliee, TableauDeBord, TablePubliee } from "../../dashboard/index.ts";

/** A published cell with everything its line of a long list needs. */
export interface Case {
  table: TablePubliee;
  mesure: CellulePubliee["mesure"];
  /** For each dimension of its table: what it is, and where the cell is, as codes and in words. */
  dimensions: { id: string; libelle: string; code: string; categorie: string }[];
  cellule: CellulePubliee;
}

/** All published cells, table after table. */
export function cases({ tables }: Pick<TableauDeBord, "tables">): Case[] {
  return tables.flatMap((table) => {
    const titles = table.dimensions.map(({ categories }) => new Map(categories.map(({ code, libelle }) => [code, libelle])));
    return table.cellules.map((cellule) => ({
      table,
      mesure: cellule.mesure,
      cellule,
      dimensions: table.dimensions.map(({ id, libelle }, rank) => {
        const code = cellule.codes[id] ?? "";
        return { id, libelle, code, categorie: titles[rank]?.get(code) ?? "Ensemble" };
      }),
    }));
  });
}
