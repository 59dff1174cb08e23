import type { Day } from "../dates.ts";
import { dernierJour, type ParcoursConclu } from "../dossier/faits.ts";
import { type Cents, sumOf } from "../money.ts";
import type { Lecture } from "./lectures.ts";
import { financerParcours } from "./parcours.ts";

/** What happens to the money of a parcours on a day. */
export interface Mouvement {
  le: Day;
  depense: Cents;
  /** What the OPCO comes to owe, forfait and complement; negative when public money received later takes some of it off. */
  du: Cents;
  verse: Cents;
}

/**
 * The movements of a parcours in the order of their days. Nothing in the texts says when the forfait falls due: it is counted as due
 * as the expenses come that it finances, that is, the forfait and complement of the lines dated up to a day, less those of the day
 * before. Lines without a date count on the contract's last day. At the end, all that is due is the forfait and the complement.
 */
export function echeancier(parcours: ParcoursConclu, lecture: Lecture): Mouvement[] {
  const fin = dernierJour(parcours);
  const { depenses, publics = [], versements = [] } = parcours.financement;
  const jours = new Set([...depenses, ...publics].map(({ date }) => date ?? fin));
  for (const { le } of versements) jours.add(le);
  let before: Cents = 0;
  return [...jours].sort().map((le) => {
    const du = duAu(le, parcours, lecture);
    const mouvement = {
      le,
      depense: sumOf(depenses.filter(({ date = fin }) => date === le)),
      du: du - before,
      verse: sumOf(versements.filter((versement) => versement.le === le)),
    };
    before = du;
    return mouvement;
  });
}

/** What the OPCO owes for the lines dated up to a day. */
function duAu(le: Day, parcours: ParcoursConclu, lecture: Lecture): Cents {
  const fin = dernierJour(parcours);
  const { financement } = parcours;
  const isPasse = ({ date = fin }: { date?: Day }): boolean => date <= le;
  const connu = { ...financement, depenses: financement.depenses.filter(isPasse), publics: (financement.publics ?? []).filter(isPasse) };
  if (connu.depenses.length === 0) return 0;
  const { forfait, complement } = financerParcours({ ...parcours, financement: connu }, [], le, lecture);
  return forfait.cents + complement.cents;
}

/** A month of all the parcours; `resteDu` is what the OPCO owes still at its end. */
export interface Mois {
  mois: string;
  depense: Cents;
  du: Cents;
  verse: Cents;
  resteDu: Cents;
}

/** Movements by month, in order; months where nothing happens are left out. */
export function parMois(mouvements: Iterable<Mouvement>): Mois[] {
  const mois = new Map<string, Mois>();
  for (const { le, depense, du, verse } of mouvements) {
    const nom = le.slice(0, 7);
    const sums = mois.get(nom) ?? { mois: nom, depense: 0, du: 0, verse: 0, resteDu: 0 };
    sums.depense += depense;
    sums.du += du;
    sums.verse += verse;
    mois.set(nom, sums);
  }
  const sorted = [...mois.values()].sort((a, b) => (a.mois < b.mois ? -1 : 1));
  let resteDu = 0;
  for (const one of sorted) {
    resteDu += one.du - one.verse;
    one.resteDu = resteDu;
  }
  return sorted;
}
