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

export function totaux(parcours: readonly FinancementParcours[]): Totaux {
  const eligibles = parcours.filter(({ motifs }) => motifs.length === 0);
  const sumOf = (amount: "coutReel" | "forfait" | "complement" | "resteACharge" | "verse" | "avanceTresorerie"): Cents =>
    eligibles.reduce((sum, one) => sum + one[amount].cents, 0);
  return {
    parcours: parcours.length,
    eligibles: eligibles.length,
    coutReel: sumOf("coutReel"),
    forfait: sumOf("forfait"),
    complement: sumOf("complement"),
    resteACharge: sumOf("resteACharge"),
    verse: sumOf("verse"),
    avanceTresorerie: sumOf("avanceTresorerie"),
  };
}
