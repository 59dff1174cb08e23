import type { Grandeur, TableDeBilan } from "../../dispositif/bilan.ts";

/** One table of the dashboard. */
export interface Indicateur extends TableDeBilan {
  grandeur: Grandeur;
}

/** Whether a table tells how many persons there are, be it only by what its means divide by. */
export function compteDesPersonnes({ grandeur: { type } }: Indicateur): boolean {
  return type === "effectif" || type === "utilisateurs" || type === "moyenne";
}
