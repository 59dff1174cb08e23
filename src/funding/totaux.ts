import type { Cents } from "../words/money.ts";
import { CONTRAT_REFUSE, type FinancementParcours } from "./parcours.ts";

/**
 * Sums over the eligible parcours; `parcours` counts the others too. What is left to pay for some is never netted against what others
 * were paid too much. What is to be given back counts the refused contracts, which are out of all the other sums.
 */
export interface Totaux {
  parcours: number;
  eligibles: number;
  coutReel: Cents;
  forfait: Cents;
  complement: Cents;
  resteACharge: Cents;
  tropPercu: Cents;
  verse: Cents;
  aRendre: Cents;
  avanceTresorerie: Cents;
}

export function totaux(parcours: Iterable<FinancementParcours>): Totaux {
  const sums: Totaux = {
    parcours: 0,
    eligibles: 0,
    coutReel: 0,
    forfait: 0,
    complement: 0,
    resteACharge: 0,
    tropPercu: 0,
    verse: 0,
    aRendre: 0,
    avanceTresorerie: 0,
  };
  for (const one of parcours) {
    sums.parcours += 1;
    if (one.motifs.every((motif) => motif === CONTRAT_REFUSE)) sums.aRendre += one.aRendre;
    if (one.motifs.length > 0) continue;
    sums.eligibles += 1;
    sums.coutReel += one.coutReel.cents;
    sums.forfait += one.forfait.cents;
    sums.complement += one.complement.cents;
    sums.resteACharge += chargeDe(one);
    sums.tropPercu += tropPercuDe(one);
    sums.verse += one.verse.cents;
    sums.avanceTresorerie += one.avanceTresorerie.cents;
  }
  return sums;
}

/** What is left to pay, 0 when more than the cost is covered. */
export function chargeDe({ resteACharge }: FinancementParcours): Cents {
  return Math.max(0, resteACharge.cents);
}

/** What is covered above the cost, to be given back. */
export function tropPercuDe({ resteACharge }: FinancementParcours): Cents {
  return Math.max(0, 0 - resteACharge.cents);
}
