import type { Cellule } from "../count/tables.ts";
import { ENSEMBLE } from "./categorie.ts";
import type { Indicateur } from "./indicators.ts";
import { type Fenetre, mesures } from "./semestre.ts";

const toutesFenetres: readonly Fenetre[] = [...mesures, "anterieur"];

/** A mean is as secret as the sum behind it, and the total cost is the sum of the six components: one name for both. */
const memesSommes: Readonly<Record<string, string>> = { cout: "depense" };

/** The name of the population or sum a cell gives, the same in every table that shows it: « femmes de 26 à 29 ans, cumul » is one. */
export function cleDeCellule({ population, grandeur }: Indicateur, { mesure, codes }: Pick<Cellule, "mesure" | "codes">): string {
  const quoi = "colonne" in grandeur ? grandeur.colonne : grandeur.type === "somme" ? grandeur.eclater : "effectif";
  return [population, memesSommes[quoi] ?? quoi, mesure, ...precis(codes)].join("|");
}

/**
 * Every variable that a shown cell gives to readers. A mean gives the number of persons as well: the sum is shown elsewhere, or ties
 * it to other means.
 */
export function clesDonnees(indicateur: Indicateur, cellule: Pick<Cellule, "mesure" | "codes">): string[] {
  const cle = cleDeCellule(indicateur, cellule);
  return indicateur.grandeur.type === "moyenne" ? [cle, cleDuCompte(indicateur, cellule)] : [cle];
}

function precis(codes: Cellule["codes"]): string[] {
  return Object.entries(codes)
    .filter(([, code]) => code !== ENSEMBLE)
    .map(([id, code]) => `${id}=${code}`)
    .sort();
}

/** What is counted, whatever the window and the codes: the tables of a block show the same persons. */
export function blocDe(cle: string): string {
  return cle.split("|").slice(0, 2).join("|");
}

/** The name of the count behind a cell: the persons a mean is of, or those with something in a category. */
export function cleDuCompte(indicateur: Indicateur, cellule: Pick<Cellule, "mesure" | "codes">): string {
  return cleDeCellule({ ...indicateur, grandeur: { type: "effectif" } }, cellule);
}

/** What a cell shows: a number, or euros and hours out of hundredths; a mean of nobody is nothing. */
export function nombreDe({ grandeur }: Indicateur, { total, personnes }: Pick<Cellule, "total" | "personnes">): number | null {
  if (grandeur.type === "somme") return total / 100;
  if (grandeur.type !== "moyenne") return total;
  return personnes === 0 ? null : Math.round(total / personnes) / 100;
}

/** The window of a variable's name; undefined for the figures of « Synthèse » that have a name of their own. */
export function mesureDe(cle: string): Fenetre | undefined {
  return toutesFenetres.find((fenetre) => cle.split("|")[2] === fenetre);
}

/** The name of the same population in another window. */
export function avecMesure(cle: string, mesure: Fenetre): string {
  return cle
    .split("|")
    .map((part, rang) => (rang === 2 ? mesure : part))
    .join("|");
}

/** Whether a variable says that something was before the half-year. */
export function estAnterieure({ key, total }: { key: string; total: number }): boolean {
  return total !== 0 && mesureDe(key) === "anterieur";
}
