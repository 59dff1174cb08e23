import type { Cents } from "../words/money.ts";
import { type Amount, figure, least, minus, sum } from "./amount.ts";
import { type Composante, composantes, parComposante } from "./composantes.ts";
import type { LignePlacee } from "./lignes.ts";
import type { Plafond } from "./plafonds.ts";

/** A component in a contract year: what was spent, how much may be financed, what is kept. */
export interface Retenu {
  depense: Amount;
  plafond: Amount;
  retenu: Amount;
}

const sansDepense = parComposante((nom) => ({ depense: figure("Dépenses", 0), retenu: figure(composantes[nom].libelle, 0) }));

/**
 * What is kept of a component's expenses, year by year: the expenses, up to what its ceiling still allows. A year whose avoirs exceed its
 * expenses keeps nothing, and what it lacks is taken off from the following years.
 */
export function retenus(composante: Composante, places: readonly (readonly LignePlacee[])[], plafond: Plafond): Retenu[] {
  if (places.every((lignes) => lignes.length === 0)) {
    return places.map((_, rang) => ({ ...sansDepense[composante], plafond: plafondDeLAnnee(plafond, rang, []) }));
  }
  const { libelle, references } = composantes[composante];
  const kept: Retenu[] = [];
  let manque: Cents = 0;
  places.forEach((lignes, rang) => {
    const depense = sum(
      "Dépenses",
      lignes.map(({ amount }) => amount),
    );
    const net = manque === 0 ? depense : sum("Dépenses nettes", [depense, figure("Avoirs des années précédentes", manque)]);
    const ceiling = plafondDeLAnnee(plafond, rang, kept);
    kept.push({ depense, plafond: ceiling, retenu: least(libelle, [net, ceiling], references) });
    manque = Math.min(0, net.cents);
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
