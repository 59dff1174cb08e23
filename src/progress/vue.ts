import type { Day } from "../dates.ts";
import type { Chemin, Condition, FaitDate } from "./dispositif.ts";

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
  const dates = faits.flatMap(({ chemin, le }) => {
    const jour = le.map((un) => read(data, un)).find(isDayText);
    return jour === undefined ? [] : [{ chemin, jour }];
  });
  const futurs = dates.filter(({ jour }) => jour > date);
  return (chemin) => {
    const valeur = read(data, chemin);
    if (valeur === undefined || valeur === null) return undefined;
    if (futurs.some((fait) => isWithin(chemin, fait.chemin))) return undefined;
    const isPrevu = prevues.includes(chemin);
    if (isDayText(valeur)) return valeur > date && !isPrevu ? undefined : { valeur, le: valeur, isPrevu };
    const jour = dates.findLast((fait) => isWithin(chemin, fait.chemin))?.jour;
    return { valeur, isPrevu, ...(jour === undefined ? {} : { le: jour }) };
  };
}

/** The first of several places where something is known. */
export function premierConnu(vue: Vue, chemins: readonly Chemin[]): Fait | undefined {
  for (const chemin of chemins) {
    const fait = vue(chemin);
    if (fait !== undefined) return fait;
  }
  return undefined;
}

export function isRemplie(vue: Vue, { chemin, vaut, sauf, absent }: Condition): boolean {
  const valeur = vue(chemin)?.valeur;
  if (absent) return valeur === undefined;
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

function read(data: unknown, chemin: Chemin): unknown {
  let value: unknown = data;
  for (const key of keysOf(chemin)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

const isWithin = (chemin: Chemin, ancestor: Chemin): boolean => chemin === ancestor || chemin.startsWith(`${ancestor}/`);
const isDayText = (value: unknown): value is Day => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
