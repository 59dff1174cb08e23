import { type Day, LAST_DAY } from "../words/dates.ts";

/**
 * Keys separated by slashes from the root of a file, e.g. `contrat/debut`. A key of a list may choose among its items: `l[]/x` any of
 * them, `l[k=v]/x` those with that value, the first before the others, `l[-1]/x` the latest by `le`.
 */
export type Chemin = string;

/** Which items of a list: all, the latest, or those whose key has a value. */
type Choix = "tous" | "dernier" | { cle: string; vaut: string };

interface Pas {
  cle: string;
  choix?: Choix;
}

interface Trace {
  /** The keys, without what chooses in lists. */
  cles: readonly string[];
  /** The steps of a path that chooses in a list. */
  pas?: readonly Pas[];
}

const traces = new Map<Chemin, Trace>();

/** The few paths of a model are read in every file: each is cut once. */
function traceDe(chemin: Chemin): Trace {
  const connue = traces.get(chemin) ?? tracer(chemin);
  traces.set(chemin, connue);
  return connue;
}

function tracer(chemin: Chemin): Trace {
  const pas = pasDuChemin(chemin);
  const cles = pas.map(({ cle }) => cle);
  return chemin.includes("[") ? { cles, pas } : { cles };
}

function pasDe(texte: string): Pas {
  const [, cle = texte, choix] = /^([^[]*)\[(.*)\]$/.exec(texte) ?? [];
  if (choix === undefined) return { cle };
  if (choix === "") return { cle, choix: "tous" };
  if (choix === "-1") return { cle, choix: "dernier" };
  const [nom = "", vaut = ""] = choix.split("=");
  return { cle, choix: { cle: nom, vaut } };
}

/** The steps of a path, each with what it chooses in a list. */
export function pasDuChemin(chemin: Chemin): readonly Pas[] {
  return chemin.split("/").map(pasDe);
}

/** The same path without what chooses in lists. */
export function cheminNu(chemin: Chemin): Chemin {
  return isDeListe(chemin) ? traceDe(chemin).cles.join("/") : chemin;
}

/** The keys of a path, up to the first list where it chooses. */
export function clesAvantListe(chemin: Chemin): readonly string[] {
  const { cles, pas = [] } = traceDe(chemin);
  const rang = pas.findIndex(({ choix }) => choix !== undefined);
  return rang < 0 ? cles : cles.slice(0, rang + 1);
}

/** Whether a path chooses among the items of a list. */
export function isDeListe(chemin: Chemin): boolean {
  return traceDe(chemin).pas !== undefined;
}

/** What a file holds at a place, whatever its date. */
export function read(data: unknown, chemin: Chemin): unknown {
  const { cles, pas } = traceDe(chemin);
  if (pas !== undefined) return trouver(data, chemin, LAST_DAY)[0]?.valeur;
  let value: unknown = data;
  for (const key of cles) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** What a path through a list leads to; `le`: the day of the item that holds it. */
export interface Trouve {
  valeur: unknown;
  le?: Day;
}

/** All that a path through a list leads to by a day; `l[]` gives the earliest first, so that a later item never changes what was. */
export function trouver(data: unknown, chemin: Chemin, date: Day): Trouve[] {
  const { pas = [] } = traceDe(chemin);
  let trouves: Trouve[] = [{ valeur: data }];
  for (const un of pas) trouves = trouves.flatMap((trouve) => avancer(trouve, un, date));
  return pas.some(({ choix }) => choix === "tous") ? trouves.toSorted(parJour) : trouves;
}

function avancer({ valeur, le }: Trouve, { cle, choix }: Pas, date: Day): Trouve[] {
  const suite = keyOf(valeur, cle);
  if (suite === undefined || suite === null) return [];
  if (choix === undefined) return [{ ...(le === undefined ? {} : { le }), valeur: suite }];
  if (!Array.isArray(suite)) return [];
  return choisir(suite.filter((item) => isLa(item, date)).map(dater), choix).map((item) => ({
    ...(le === undefined ? {} : { le }),
    ...item,
  }));
}

/** An item that says it did not take place is no fact; one of a later day is not there yet. */
function isLa(item: unknown, date: Day): boolean {
  const le = keyOf(item, "le");
  return keyOf(item, "absent") !== true && !(isDayText(le) && le > date);
}

function dater(valeur: unknown): Trouve {
  const le = keyOf(valeur, "le");
  return isDayText(le) ? { valeur, le } : { valeur };
}

function choisir(items: readonly Trouve[], choix: Choix): readonly Trouve[] {
  if (choix === "tous") return items;
  if (choix === "dernier") return items.toSorted(parJour).slice(-1);
  return items.filter(({ valeur }) => String(keyOf(valeur, choix.cle)) === choix.vaut);
}

/** What has no day comes first. */
function parJour({ le: a = "" }: Trouve, { le: b = "" }: Trouve): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function keyOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

export const isDayText = (value: unknown): value is Day => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
