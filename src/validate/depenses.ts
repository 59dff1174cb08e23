import type { ParcoursConclu } from "../dossier/faits.ts";
import type { Composante } from "../generated/parcours.ts";
import { type Cents, toCents } from "../words/money.ts";

/** How sentences name the expenses of each composante: « les dépenses pédagogiques ». */
export const adjectifs: Record<Composante, string> = {
  conception_coordination: "de conception et de coordination",
  pedagogique: "pédagogiques",
  accompagnement_vae: "d'accompagnement à la VAE",
  annexes: "annexes",
  tuteur_formation: "de formation du tuteur",
  tuteur_exercice: "d'exercice du tutorat",
};

/** Each composante's expenses, and the place of the last of them: the one that takes the sum where it is. */
export function totauxParComposante(
  depenses: ParcoursConclu["financement"]["depenses"],
): Map<Composante, { total: Cents; derniere: number }> {
  const sommes = new Map<Composante, { total: Cents; derniere: number }>();
  for (const [index, { composante, montant }] of depenses.entries()) {
    sommes.set(composante, { total: (sommes.get(composante)?.total ?? 0) + toCents(montant), derniere: index });
  }
  return sommes;
}
