import type { FinancementParcours } from "./parcours.ts";
import { type Totaux, totaux } from "./totaux.ts";

/** The totals of the parcours that share a fiche projet or an OPCO. */
export interface Groupe {
  cle: string;
  totaux: Totaux;
}

/** Groups in the order of their names; every parcours is in one, so that the groups' totals add up to those of the whole. */
export function regrouper(parcours: readonly FinancementParcours[], axe: "fiche" | "opco"): Groupe[] {
  const groupes = new Map<string, FinancementParcours[]>();
  for (const one of parcours) {
    const group = groupes.get(one[axe]);
    if (group === undefined) groupes.set(one[axe], [one]);
    else group.push(one);
  }
  return [...groupes].map(([cle, ofGroup]) => ({ cle, totaux: totaux(ofGroup) })).sort((a, b) => (a.cle < b.cle ? -1 : 1));
}
