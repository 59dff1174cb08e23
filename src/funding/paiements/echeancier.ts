import { accepteLe } from "../../dossier/faits.ts";
import type { Day } from "../../words/dates.ts";
import { type Cents, toCents } from "../../words/money.ts";
import { figure } from "../amount.ts";
import { parComposante } from "../composantes.ts";
import { type ContratPrepare, jusquAu, lignesDe } from "../contrat.ts";
import type { LignePlacee } from "../lignes.ts";
import { duPour } from "../parcours.ts";

/** What happens to the money of a parcours on a day. */
export interface Mouvement {
  le: Day;
  depense: Cents;
  /** What the OPCO comes to owe, forfait and complement; negative when an avoir takes some of it off. */
  du: Cents;
  verse: Cents;
}

/**
 * The movements of a parcours in the order of their days. The OPCO pays after execution (R. 6332-25): the forfait is counted as due as
 * the expenses come that it finances, never before the contract is accepted, by silence too, nor before its first day. All that is
 * due at the end is the forfait and the complement; nothing is while the contract is not accepted, so far as `date` knows.
 */
export function echeancier(contrat: ContratPrepare, date: Day): Mouvement[] {
  const { parcours, depenses } = contrat;
  const parJour = new Map<Day, Mouvement>();
  const au = (le: Day): Mouvement => {
    const mouvement = parJour.get(le) ?? { le, depense: 0, du: 0, verse: 0 };
    parJour.set(le, mouvement);
    return mouvement;
  };
  for (const { le, amount } of lignesDe(depenses)) au(le).depense += amount.cents;
  for (const { le, montant } of parcours.financement.versements ?? []) au(le).verse += toCents(montant);
  const accepte = accepteLe(parcours, date);
  if (accepte !== undefined) for (const [le, du] of dus(contrat, accepte)) au(le).du += du;
  return [...parJour.values()].sort((a, b) => (a.le < b.le ? -1 : 1));
}

/** What comes to be owed on each day: the forfait and complement of the expenses up to it, less those of the day before. */
function dus(contrat: ContratPrepare, accepte: Day): Map<Day, Cents> {
  const { debut } = contrat.parcours.contrat;
  const ouverture = accepte > debut ? accepte : debut;
  const depenses = parComposante((nom) => contrat.depenses[nom].map(parJourSeul));
  const jours = new Set([...lignesDe(depenses)].map(({ le }) => (le > ouverture ? le : ouverture)));
  const parJour = new Map<Day, Cents>();
  let avant: Cents = 0;
  for (const le of [...jours].sort()) {
    const { forfait, complement } = duPour(contrat, jusquAu(depenses, le));
    const du = forfait.cents + complement.cents;
    if (du !== avant) parJour.set(le, du - avant);
    avant = du;
  }
  return parJour;
}

/** One line a day: a contract lasts a thousand days, whatever the number of its expenses. */
function parJourSeul(lignes: readonly LignePlacee[]): LignePlacee[] {
  const cents = new Map<Day, Cents>();
  for (const { le, amount } of lignes) cents.set(le, (cents.get(le) ?? 0) + amount.cents);
  return [...cents].map(([le, total]) => ({ le, amount: figure("Dépenses", total) }));
}

/** A month of all the parcours; at its end, what the OPCO owes still for some and what it has paid in advance for others. */
export interface Mois {
  mois: string;
  depense: Cents;
  du: Cents;
  verse: Cents;
  resteDu: Cents;
  verseDAvance: Cents;
}

/** Movements by month, in order; months where nothing happens are left out. Debts are never netted between parcours. */
export function parMois(parcours: readonly (readonly Mouvement[])[]): Mois[] {
  const mois = new Map<string, Mois>();
  const au = (le: Day): Mois => {
    const nom = le.slice(0, 7);
    const sums = mois.get(nom) ?? { mois: nom, depense: 0, du: 0, verse: 0, resteDu: 0, verseDAvance: 0 };
    mois.set(nom, sums);
    return sums;
  };
  for (const mouvements of parcours) {
    let solde: Cents = 0;
    for (const { le, depense, du, verse } of mouvements) {
      const sums = au(le);
      sums.depense += depense;
      sums.du += du;
      sums.verse += verse;
      // What changes in this month of what is owed or paid in advance; the months are summed below.
      const apres = solde + du - verse;
      sums.resteDu += Math.max(0, apres) - Math.max(0, solde);
      sums.verseDAvance += Math.max(0, 0 - apres) - Math.max(0, 0 - solde);
      solde = apres;
    }
  }
  const sorted = [...mois.values()].sort((a, b) => (a.mois < b.mois ? -1 : 1));
  let [resteDu, verseDAvance]: [Cents, Cents] = [0, 0];
  for (const one of sorted) {
    resteDu += one.resteDu;
    verseDAvance += one.verseDAvance;
    Object.assign(one, { resteDu, verseDAvance });
  }
  return sorted;
}
