import type { Cellule } from "../count/tables.ts";
import { cleDeCellule } from "../definition/cles.ts";
import type { Definition } from "../definition/definition.ts";
import type { Fenetre } from "../definition/semestre.ts";
import type { CellulePubliee, TablePubliee } from "./publiee.ts";

/** A table of counts with what came before the half-year, which is printed nowhere and which any reader has by subtraction. */
export type TableEntiere = Pick<TablePubliee, "id" | "dimensions"> & { cellules: (Omit<CellulePubliee, "mesure"> & { mesure: Fenetre })[] };

/** What came before the half-year, added to a table of which nothing is hidden. */
export function avecAnterieur({ id, dimensions, cellules }: TablePubliee): TableEntiere {
  const nomDe = (codes: Cellule["codes"]): string => JSON.stringify(Object.entries(codes).sort());
  const duSemestre = new Map(cellules.flatMap(({ mesure, codes, valeur }) => (mesure === "semestre" ? [[nomDe(codes), valeur ?? 0]] : [])));
  const anterieures = cellules
    .filter(({ mesure }) => mesure === "cumul")
    .map(({ codes, valeur }) => ({ mesure: "anterieur" as const, codes, valeur: (valeur ?? 0) - (duSemestre.get(nomDe(codes)) ?? 0) }));
  return { id, dimensions, cellules: [...cellules, ...anterieures] };
}

/** The name of the variable that a cell of a table shows. */
export function cleDe({ indicateurs }: Definition, table: string, cellule: Pick<Cellule, "mesure" | "codes">): string {
  const indicateur = indicateurs.find(({ id }) => id === table);
  if (indicateur === undefined) throw new RangeError(`no indicator for the table ${table}`);
  return cleDeCellule(indicateur, cellule);
}

/** Whether a table counts persons and each of its totals is the sum of its categories. */
export function additionne({ indicateurs }: Definition, { id }: Pick<TablePubliee, "id">): boolean {
  return indicateurs.some((un) => un.id === id && un.grandeur.type === "effectif");
}
