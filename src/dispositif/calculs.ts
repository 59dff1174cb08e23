import { addDays, ageOn, type Day, wholeMonths } from "../words/dates.ts";
import type { Chemin } from "./chemin.ts";
import { type Condition, isRemplie } from "./conditions.ts";
import type { Fait, Vue } from "./fait.ts";

/** A fact that no file holds, and that a dispositif makes of those it holds. Exactly one key is given. */
export interface ModeleCalcul {
  /** The last of these days, once all are known. */
  dernier?: readonly Chemin[];
  /** The last of those that are known. */
  dernier_connu?: readonly Chemin[];
  /** The first of those that are known. */
  premier?: readonly Chemin[];
  /** The sum of the numbers that a path through a list leads to. */
  somme?: Chemin;
  /** A day plus a delay. */
  echeance?: { depuis: Chemin; delai: string };
  /** The day after another. */
  lendemain?: Chemin;
  /** The first case whose condition holds: a value, or that of a place. */
  cas?: readonly { si?: Condition; chemin?: Chemin; valeur?: string }[];
}

/** Where the derived facts are read, and those of a dispositif beside the common ones. */
export const CALCUL = "calcul/";

/** What derived facts are made from. */
export interface Calculables {
  calculs?: Readonly<Record<string, ModeleCalcul>>;
  entree?: { chemin: Chemin };
}

/** The facts that every dispositif may ask for. */
const communs: Readonly<Record<string, (vue: Vue, modele: Calculables) => unknown>> = {
  duree_mois: (vue) => {
    const [debut, fin] = [vue("contrat/debut")?.le, vue("contrat/fin")?.le];
    return debut === undefined || fin === undefined ? undefined : wholeMonths(debut, addDays(fin, 1));
  },
  heures_enseignement: (vue) => {
    if (vue("modalites/enseignements") === undefined) return undefined;
    return somme(["organisme", "interne", "distance", "afest"].flatMap((lieu) => vue.tous(`modalites/enseignements/${lieu}_heures`)));
  },
  // An item where the person was not there is no fact: it is counted from the list itself.
  absences: (vue) => {
    const seances = vue("seances")?.valeur;
    if (!Array.isArray(seances)) return undefined;
    return seances.filter((seance) => seance?.absent === true && String(seance.le) <= vue.date).length;
  },
  // On the day when the parcours enters its dispositif, else on the day of the view.
  age: (vue, { entree }) => {
    const naissance = vue("beneficiaire/date_naissance")?.le;
    return naissance === undefined ? undefined : ageOn(naissance, (entree && vue(entree.chemin)?.le) ?? vue.date);
  },
};

/** Their names. */
export const calculsCommuns: readonly string[] = Object.keys(communs);

/** A derived fact by its name; nothing while what it is made of is not known. */
export function calculer(vue: Vue, nom: string, modele: Calculables): Fait | undefined {
  const propre = modele.calculs?.[nom];
  if (propre !== undefined) return calculDe(vue, propre);
  const valeur = communs[nom]?.(vue, modele);
  return valeur === undefined ? undefined : { valeur, isPrevu: false };
}

function calculDe(vue: Vue, { dernier, dernier_connu, premier, somme: liste, echeance, lendemain, cas }: ModeleCalcul): Fait | undefined {
  if (echeance !== undefined) return deplace(vue, echeance.depuis, (le) => vue.loi.decaler(le, echeance.delai));
  if (lendemain !== undefined) return deplace(vue, lendemain, (le) => addDays(le, 1));
  if (dernier !== undefined) {
    const jours = joursDe(vue, dernier);
    return jours.length < dernier.length ? undefined : jours.at(-1);
  }
  if (dernier_connu !== undefined) return joursDe(vue, dernier_connu).at(-1);
  if (premier !== undefined) return joursDe(vue, premier)[0];
  if (liste !== undefined) {
    const faits = vue.tous(liste);
    return faits.length === 0 ? undefined : { valeur: somme(faits), isPrevu: false };
  }
  const choisi = cas?.find(({ si }) => si === undefined || isRemplie(vue, si));
  if (choisi?.chemin !== undefined) return vue(choisi.chemin);
  return choisi?.valeur === undefined ? undefined : { valeur: choisi.valeur, isPrevu: false };
}

function deplace(vue: Vue, chemin: Chemin, versOu: (le: Day) => Day | undefined): Fait | undefined {
  const depart = vue(chemin);
  const le = depart?.le === undefined ? undefined : versOu(depart.le);
  return le === undefined ? undefined : { valeur: le, le, isPrevu: depart?.isPrevu ?? false };
}

/** The days of some facts, from the first to the last; a fact without a day has none to give. */
function joursDe(vue: Vue, chemins: readonly Chemin[]): Fait[] {
  const dates = chemins.map((chemin) => vue(chemin)).filter((fait) => fait?.le !== undefined) as (Fait & { le: Day })[];
  return dates.map(({ le, isPrevu }) => ({ valeur: le, le, isPrevu })).toSorted((a, b) => (a.le < b.le ? -1 : a.le > b.le ? 1 : 0));
}

/** In hundredths, so that hours and euros add up as a person adds them. */
function somme(faits: readonly Fait[]): number {
  return faits.reduce((total, { valeur }) => total + Math.round(Number(valeur) * 100), 0) / 100;
}
