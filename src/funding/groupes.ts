import { type Compte, type Totaux, totaux } from "./totaux.ts";

/** The totals of the parcours that share a fiche projet or an OPCO. */
export interface Groupe {
  cle: string;
  totaux: Totaux;
}

/** Where those go that have none. */
const SANS = "—";

/** Groups in the order of their names; every parcours is in one, so that the groups' totals add up to those of the whole. */
export function regrouper(parcours: readonly Compte[], axe: "fiche" | "opco"): Groupe[] {
  const groupes = new Map<string, Compte[]>();
  for (const one of parcours) {
    const cle = one[axe] ?? SANS;
    const group = groupes.get(cle);
    if (group === undefined) groupes.set(cle, [one]);
    else group.push(one);
  }
  return [...groupes].map(([cle, ofGroup]) => ({ cle, totaux: totaux(ofGroup) })).sort((a, b) => (a.cle < b.cle ? -1 : 1));
}
