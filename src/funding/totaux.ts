import type { Cents } from "../words/money.ts";
import type { Amount } from "./amount.ts";

/** What totals count of a parcours, whatever pays for it. */
export interface Compte {
  fiche?: string;
  opco?: string;
  /** Why it is not eligible (the rules that it breaks, the refusal of the OPCO): it is then shown, but left out of the totals. */
  motifs: readonly string[];
  coutReel: Amount;
  /** What is due. */
  forfait: Amount;
  complement: Amount;
  /** Below 0, more is due than the parcours costs: a trop-perçu, unless what is due is a price. */
  resteACharge: Amount;
  isAuPrix?: boolean;
  verse: Amount;
  avanceTresorerie: Amount;
  /** What was paid for a parcours that was then refused. */
  aRendre: Cents;
}

/** The motif of a contract that the OPCO does not finance. */
export const CONTRAT_REFUSE = "contrat-refuse";

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

export function totaux(parcours: Iterable<Compte>): Totaux {
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
export function chargeDe({ resteACharge }: Compte): Cents {
  return Math.max(0, resteACharge.cents);
}

/** What is covered above the cost, to be given back. */
export function tropPercuDe({ resteACharge, isAuPrix }: Compte): Cents {
  return isAuPrix ? 0 : Math.max(0, 0 - resteACharge.cents);
}
