import type { Cents } from "../money.ts";
import type { FinancementParcours } from "./parcours.ts";

/** Sums over the eligible parcours; `parcours` counts the others too. */
export interface Totaux {
  parcours: number;
  eligibles: number;
  coutReel: Cents;
  forfait: Cents;
  complement: Cents;
  resteACharge: Cents;
  verse: Cents;
  avanceTresorerie: Cents;
}

export function totaux(parcours: Iterable<FinancementParcours>): Totaux {
  const sums = { parcours: 0, eligibles: 0, coutReel: 0, forfait: 0, complement: 0, resteACharge: 0, verse: 0, avanceTresorerie: 0 };
  for (const one of parcours) {
    sums.parcours += 1;
    if (one.motifs.length > 0) continue;
    sums.eligibles += 1;
    sums.coutReel += one.coutReel.cents;
    sums.forfait += one.forfait.cents;
    sums.complement += one.complement.cents;
    sums.resteACharge += one.resteACharge.cents;
    sums.verse += one.verse.cents;
    sums.avanceTresorerie += one.avanceTresorerie.cents;
  }
  return sums;
}
