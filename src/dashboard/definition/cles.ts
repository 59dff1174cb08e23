import { type Cle, type Codes, lireCle, texteDe } from "./cle.ts";
import type { Indicateur } from "./indicateur.ts";
import type { Fenetre } from "./semestre.ts";

/** Where a cell is in its table. */
export interface Place {
  mesure: Fenetre;
  codes: Codes;
}

/** A mean is as secret as the sum behind it, and the total cost is the sum of the six components: one name for both. */
const memesSommes: Readonly<Record<string, string>> = { cout: "depense" };

/** What the number of a cell is of. */
export function cleDe({ population, grandeur }: Indicateur, { mesure, codes }: Place): Cle {
  const quoi = "colonne" in grandeur ? grandeur.colonne : grandeur.type === "somme" ? grandeur.eclater : "effectif";
  return { population, quoi: memesSommes[quoi] ?? quoi, fenetre: mesure, codes };
}

/** Its text. */
export function cleDeCellule(indicateur: Indicateur, place: Place): string {
  return texteDe(cleDe(indicateur, place));
}

/** The text of the count behind a cell: the persons a mean is of, or those with something in a category. */
export function cleDuCompte({ population }: Indicateur, { mesure, codes }: Place): string {
  return texteDe({ population, quoi: "effectif", fenetre: mesure, codes });
}

/**
 * Every variable that a shown cell gives to readers. A mean gives the number of persons as well: the sum is shown elsewhere, or ties
 * it to other means.
 */
export function clesDonnees(indicateur: Indicateur, place: Place): string[] {
  const cle = cleDeCellule(indicateur, place);
  return indicateur.grandeur.type === "moyenne" ? [cle, cleDuCompte(indicateur, place)] : [cle];
}

/** What a cell shows: a number, or euros and hours out of hundredths; a mean of nobody is nothing. */
export function nombreDe({ grandeur }: Indicateur, { total, personnes }: { total: number; personnes: number }): number | null {
  if (grandeur.type === "somme") return total / 100;
  if (grandeur.type !== "moyenne") return total;
  return personnes === 0 ? null : Math.round(total / personnes) / 100;
}

/** Whether a variable says that something was before the half-year. */
export function estAnterieure({ key, total }: { key: string; total: number }): boolean {
  return total !== 0 && lireCle(key)?.fenetre === "anterieur";
}
