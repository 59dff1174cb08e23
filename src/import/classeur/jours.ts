import { type Day, isDay } from "../../words/dates.ts";

const DAY_IN_MS = 86_400_000;

/** Up to this one spreadsheets disagree: one of them has a 29 February 1900. */
const DERNIER_DOUTEUX = 60;

/** The day of a number of days, counted from 1900 or from 1904; undefined for what is no day on which spreadsheets agree. */
export function jourDeSerie(serie: number, isDe1904: boolean): Day | undefined {
  // To the millisecond: what is left of sums is no day less.
  const jours = Math.floor(Math.round(serie * DAY_IN_MS) / DAY_IN_MS);
  if (jours < (isDe1904 ? 0 : DERNIER_DOUTEUX + 1)) return undefined;
  const date = new Date((isDe1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)) + jours * DAY_IN_MS);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? undefined : date.toISOString().slice(0, 10);
}

/** The day of an ISO 8601 date, with or without a time; a time alone, or a year alone, is none. */
export function jourIso(texte: string): Day | undefined {
  const [, jour = ""] = /^(\d{4}-\d\d-\d\d)(?:T\d\d(?::?\d\d(?::?\d\d(?:[.,]\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(texte.trim()) ?? [];
  return isDay(jour) ? jour : undefined;
}
