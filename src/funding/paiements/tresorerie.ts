import type { Day } from "../../words/dates.ts";
import { type Amount, minus, sum } from "../amount.ts";
import { type ContratPrepare, lignesDe } from "../contrat.ts";
import { ligne } from "../lignes.ts";

/** Cash on a day: what the OPCO has paid, and what the porteur carries alone meanwhile. */
interface Tresorerie {
  depense: Amount;
  verse: Amount;
  recu: Amount;
  avance: Amount;
}

/**
 * Spent, paid and received up to a day, that day included; a repayment to the OPCO is a negative payment, and public money that is only
 * promised is not received. A negative advance means that more was received than spent so far.
 */
export function tresorerie({ parcours, depenses, recus }: ContratPrepare, date: Day): Tresorerie {
  const versements = (parcours.financement.versements ?? []).filter(({ le }) => le <= date);
  const verse = sum(
    "Versé par l'OPCO",
    versements.map(({ le, montant }) => ligne(montant < 0 ? "Reversement" : "Versement", montant, le)),
  );
  const depense = sum("Dépensé", upTo(depenses, date));
  const recu = sum("Financements publics reçus", recus === undefined ? [] : upTo(recus, date));
  return { depense, verse, recu, avance: sum("Avance de trésorerie", [depense, minus(verse), minus(recu)]) };
}

function upTo(places: ContratPrepare["depenses"], date: Day): Amount[] {
  const amounts: Amount[] = [];
  for (const { le, amount } of lignesDe(places)) if (le <= date) amounts.push(amount);
  return amounts;
}
