import type { ParcoursConclu } from "../dossier/faits.ts";
import { type Amount, figure, least, minus, sum } from "./amount.ts";
import type { AnneeContrat } from "./annees.ts";
import { type Composante, composantes, parComposante } from "./composantes.ts";
import { type Ligne, parAnnee } from "./lignes.ts";
import { type Plafond, plafondDe } from "./plafonds.ts";

/** A component in a contract year: what was spent, how much may be financed, what is kept. */
export interface Retenu {
  depense: Amount;
  plafond: Amount;
  retenu: Amount;
}

const sansDepense = parComposante((nom) => ({ depense: figure("Dépenses", 0), retenu: figure(composantes[nom].libelle, 0) }));

/** What is kept of a component's expenses, year by year: the expenses, up to what its ceiling still allows. */
export function retenus(
  composante: Composante,
  parcours: ParcoursConclu,
  annees: readonly AnneeContrat[],
  lignes: readonly Ligne[],
): Retenu[] {
  const plafond = plafondDe(composante, parcours, annees);
  if (lignes.length === 0) return annees.map((_, rang) => ({ ...sansDepense[composante], plafond: plafondDeLAnnee(plafond, rang, []) }));
  const { libelle, references } = composantes[composante];
  const kept: Retenu[] = [];
  parAnnee(lignes, annees, "Dépenses").forEach((depense, rang) => {
    const ceiling = plafondDeLAnnee(plafond, rang, kept);
    kept.push({ depense, plafond: ceiling, retenu: least(libelle, [depense, ceiling], references) });
  });
  return kept;
}

/**
 * A ceiling of the whole parcours is consumed in chronological order: a year has what the years before it left. So an expense added
 * to a year that is over the annual ceiling already may lower the forfait of a later one.
 */
function plafondDeLAnnee(plafond: Plafond, rang: number, before: readonly Retenu[]): Amount {
  if (plafond.par === "annee") return plafond.montants[rang] ?? sum("Plafond", []);
  const used = before.flatMap(({ retenu }, year) => (retenu.cents > 0 ? [{ ...minus(retenu), label: `Retenu l'année ${year + 1}` }] : []));
  return used.length === 0 ? plafond.montant : sum("Plafond restant", [plafond.montant, ...used]);
}
