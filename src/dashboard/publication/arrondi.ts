import type { Cellule, Table } from "../count/tables.ts";
import { cleDeCellule, cleDuCompte } from "../definition/cles.ts";

/** Tables with their counts as rounded (by name of variable), and their means divided by rounded counts; sums stay as they are. */
export function arrondir(tables: readonly Table[], arrondis: ReadonlyMap<string, number>): Table[] {
  return tables.map((table) => ({
    ...table,
    arrondie: true,
    cellules: table.cellules.map((cellule) => celluleArrondie(table, cellule, arrondis)),
  }));
}

function celluleArrondie({ indicateur }: Table, cellule: Cellule, arrondis: ReadonlyMap<string, number>): Cellule {
  if (indicateur.grandeur.type === "somme") return cellule;
  if (indicateur.grandeur.type === "moyenne")
    return { ...cellule, personnes: arrondis.get(cleDuCompte(indicateur, cellule)) ?? cellule.personnes };
  return { ...cellule, total: arrondis.get(cleDeCellule(indicateur, cellule)) ?? cellule.total };
}
