import type { Day } from "../words/dates.ts";
import { CALCUL, type Calculables, calculer } from "./calculs.ts";
import { type Chemin, cheminNu, isDayText, isDeListe, read, trouver } from "./chemin.ts";
import type { Fait, Loi, Vue } from "./fait.ts";

/** A day of a file, or those of the items of a list; with `si`, only of the items where a key has one of these values. */
export interface Jours {
  chemin: Chemin;
  si?: { cle: string; vaut: readonly string[] };
}

/** What exists only from a day on: the first of `le` that is there. */
export interface FaitDate {
  chemin: Chemin;
  le: readonly Chemin[];
}

/** How the days of a file are to be understood. */
export interface Datation extends Calculables {
  faits: readonly FaitDate[];
  prevues?: readonly Chemin[];
}

/** Where the démarche that a parcours names is read, once it is put beside it. */
export const DEMARCHE_LIEE = "demarche_liee";

const sansLoi: Loi = { valeur: () => undefined, decaler: () => undefined };

/** The view of a file on a day, so that the same file asked about an earlier day gives the past. `loi`: what its conditions compare with. */
export function vueAu(date: Day, data: object, datation: Datation, loi: Loi = sansLoi): Vue {
  const { faits, prevues = [] } = datation;
  const jours = faits.map(({ le }) => le.map((un) => read(data, un)).find(isDayText));
  const fait = (chemin: Chemin, valeur: unknown, leSien?: Day): Fait | undefined => {
    if (valeur === undefined || valeur === null) return undefined;
    const autour = faitsAutour(faits, chemin).flatMap((rang) => jours[rang] ?? []);
    if (autour.some((jour) => jour > date)) return undefined;
    const isPrevu = prevues.includes(chemin);
    if (isDayText(valeur)) return valeur > date && !isPrevu ? undefined : { valeur, le: valeur, isPrevu };
    const jour = leSien ?? autour.at(-1);
    return { valeur, isPrevu, ...(jour === undefined ? {} : { le: jour }) };
  };
  const voir = (chemin: Chemin): readonly Fait[] => {
    if (isDeListe(chemin)) return trouver(data, chemin, date).flatMap(({ valeur, le }) => fait(chemin, valeur, le) ?? []);
    const seul = chemin.startsWith(CALCUL) ? calculer(vue, chemin.slice(CALCUL.length), datation) : fait(chemin, read(data, chemin));
    return seul === undefined ? [] : [seul];
  };
  // The steps of a model ask for the same few places again and again.
  const vus = new Map<Chemin, readonly Fait[]>();
  const tous = (chemin: Chemin): readonly Fait[] => {
    const connus = vus.get(chemin);
    if (connus !== undefined) return connus;
    // A derived fact made of itself is not known.
    vus.set(chemin, []);
    const ceux = voir(chemin);
    vus.set(chemin, ceux);
    return ceux;
  };
  const vue: Vue = Object.assign((chemin: Chemin) => tous(chemin)[0], { tous, date, loi });
  return vue;
}

const autours = new WeakMap<readonly FaitDate[], Map<Chemin, readonly number[]>>();

/** The dated facts of a model that hold a place, by their ranks: found once for all the files. */
function faitsAutour(faits: readonly FaitDate[], chemin: Chemin): readonly number[] {
  const connus = autours.get(faits) ?? new Map<Chemin, readonly number[]>();
  autours.set(faits, connus);
  const rangs = connus.get(chemin) ?? rangsAutour(faits, cheminNu(chemin));
  connus.set(chemin, rangs);
  return rangs;
}

function rangsAutour(faits: readonly FaitDate[], chemin: Chemin): readonly number[] {
  return faits.flatMap((fait, rang) => (isWithin(chemin, fait.chemin) ? [rang] : []));
}

/** The first of several places where something is known. */
export function premierConnu(vue: Vue, chemins: readonly Chemin[]): Fait | undefined {
  for (const chemin of chemins) {
    const fait = vue(chemin);
    if (fait !== undefined) return fait;
  }
  return undefined;
}

/** The days known at a place, which may be in each item of a list. */
export function joursConnus(vue: Vue, { chemin, si }: Jours): Day[] {
  const seul = vue(chemin)?.valeur;
  if (isDayText(seul)) return [seul];
  const rang = chemin.lastIndexOf("/");
  const liste = vue(chemin.slice(0, rang))?.valeur;
  if (!Array.isArray(liste)) return [];
  return liste
    .filter((item) => si === undefined || si.vaut.includes(String(read(item, si.cle))))
    .map((item) => read(item, chemin.slice(rang + 1)))
    .filter((jour) => isDayText(jour) && jour <= vue.date) as Day[];
}

const isWithin = (chemin: Chemin, ancestor: Chemin): boolean => chemin === ancestor || chemin.startsWith(`${ancestor}/`);
