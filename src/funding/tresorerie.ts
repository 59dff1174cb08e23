import type { Day } from "../dates.ts";
import type { ParcoursConclu } from "../dossier/faits.ts";
import { type Amount, minus, sum } from "./amount.ts";
import { nomsDesComposantes, type ParComposante } from "./composantes.ts";
import { type Ligne, ligne } from "./lignes.ts";

/** Cash on a day: what the OPCO has paid, and what the porteur carries alone meanwhile. */
interface Tresorerie {
  depense: Amount;
  verse: Amount;
  recu: Amount;
  avance: Amount;
}

/**
 * Spent, paid and received up to a day, that day included. A line without a date is neither spent nor received: nothing says when.
 * A negative advance means that more was received than spent so far.
 */
export function tresorerie(
  { financement }: ParcoursConclu,
  depenses: ParComposante<Ligne[]>,
  publics: ParComposante<Ligne[]>,
  date: Day,
): Tresorerie {
  const versements = (financement.versements ?? []).filter(({ le }) => le <= date);
  const verse = sum(
    "Versé par l'OPCO",
    versements.map(({ le, montant }) => ligne("Versement", montant, le)),
  );
  const depense = sum("Dépensé", upTo(depenses, date));
  const recu = sum("Financements publics reçus", upTo(publics, date));
  return { depense, verse, recu, avance: sum("Avance de trésorerie", [depense, minus(verse), minus(recu)]) };
}

function upTo(lignes: ParComposante<Ligne[]>, date: Day): Amount[] {
  const amounts: Amount[] = [];
  for (const nom of nomsDesComposantes) {
    for (const ligne of lignes[nom]) if (ligne.date !== undefined && ligne.date <= date) amounts.push(ligne.amount);
  }
  return amounts;
}
