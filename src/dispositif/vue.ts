import type { Day } from "../words/dates.ts";
import type { Chemin, Condition, FaitDate, Jours } from "./modele.ts";

/** What is known of a place of a file. */
export interface Fait {
  valeur: unknown;
  /** The day it happened, or is to happen; absent when the file does not say. */
  le?: Day;
  /** A day agreed in advance: it is known before it comes. */
  isPrevu: boolean;
}

/** A file as it stood on a day: what is dated later is not there yet. */
export type Vue = (chemin: Chemin) => Fait | undefined;

/** How the days of a file are to be understood. */
interface Datation {
  faits: readonly FaitDate[];
  prevues?: readonly Chemin[];
}

/** The view of a file on a day, so that the same file asked about an earlier day gives the past. */
export function vueAu(date: Day, data: object, { faits, prevues = [] }: Datation): Vue {
  const jours = faits.map(({ le }) => le.map((un) => read(data, un)).find(isDayText));
  const voir = (chemin: Chemin): Fait | undefined => {
    const valeur = read(data, chemin);
    if (valeur === undefined || valeur === null) return undefined;
    const autour = faitsAutour(faits, chemin).flatMap((rang) => jours[rang] ?? []);
    if (autour.some((jour) => jour > date)) return undefined;
    const isPrevu = prevues.includes(chemin);
    if (isDayText(valeur)) return valeur > date && !isPrevu ? undefined : { valeur, le: valeur, isPrevu };
    const jour = autour.at(-1);
    return { valeur, isPrevu, ...(jour === undefined ? {} : { le: jour }) };
  };
  // The steps of a model ask for the same few places again and again.
  const vus = new Map<Chemin, Fait | undefined>();
  return (chemin) => {
    if (!vus.has(chemin)) vus.set(chemin, voir(chemin));
    return vus.get(chemin);
  };
}

const autours = new WeakMap<readonly FaitDate[], Map<Chemin, readonly number[]>>();

/** The dated facts of a model that hold a place, by their ranks: found once for all the files. */
function faitsAutour(faits: readonly FaitDate[], chemin: Chemin): readonly number[] {
  const connus = autours.get(faits) ?? new Map<Chemin, readonly number[]>();
  autours.set(faits, connus);
  const rangs = connus.get(chemin) ?? faits.flatMap((fait, rang) => (isWithin(chemin, fait.chemin) ? [rang] : []));
  connus.set(chemin, rangs);
  return rangs;
}

/** The first of several places where something is known. */
export function premierConnu(vue: Vue, chemins: readonly Chemin[]): Fait | undefined {
  for (const chemin of chemins) {
    const fait = vue(chemin);
    if (fait !== undefined) return fait;
  }
  return undefined;
}

export function isRemplie(vue: Vue, { chemin, vaut, sauf, absent, present }: Condition): boolean {
  const valeur = vue(chemin)?.valeur;
  if (absent) return valeur === undefined;
  if (present) return valeur !== undefined;
  if (vaut !== undefined) return vaut.includes(String(valeur));
  return sauf !== undefined && !sauf.includes(String(valeur));
}

const keys = new Map<Chemin, readonly string[]>();

/** The few paths of a model are read in every file: each is cut once. */
function keysOf(chemin: Chemin): readonly string[] {
  const known = keys.get(chemin) ?? chemin.split("/");
  keys.set(chemin, known);
  return known;
}

/** What a file holds at a place, whatever its date. */
export function read(data: unknown, chemin: Chemin): unknown {
  let value: unknown = data;
  for (const key of keysOf(chemin)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** The days known at a place, which may be in each item of a list. */
export function joursConnus(vue: Vue, date: Day, { chemin, si }: Jours): Day[] {
  const seul = vue(chemin)?.valeur;
  if (isDayText(seul)) return [seul];
  const rang = chemin.lastIndexOf("/");
  const liste = vue(chemin.slice(0, rang))?.valeur;
  if (!Array.isArray(liste)) return [];
  return liste
    .filter((item) => si === undefined || si.vaut.includes(String(read(item, si.cle))))
    .map((item) => read(item, chemin.slice(rang + 1)))
    .filter((jour) => isDayText(jour) && jour <= date) as Day[];
}

const isWithin = (chemin: Chemin, ancestor: Chemin): boolean => chemin === ancestor || chemin.startsWith(`${ancestor}/`);
const isDayText = (value: unknown): value is Day => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
