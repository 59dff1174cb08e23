import type { Day } from "../words/dates.ts";
import type { Chemin } from "./chemin.ts";

/** What is known of a place of a file. */
export interface Fait {
  valeur: unknown;
  /** The day it happened, or is to happen; absent when the file does not say. */
  le?: Day;
  /** A day agreed in advance: it is known before it comes. */
  isPrevu: boolean;
}

/** The figures of a dispositif as the law of a day has them; nothing for what that law does not say. */
export interface Loi {
  valeur(nom: string): number | Day | undefined;
  /** A day plus a delay, or less it, in its own unit. */
  decaler(jour: Day, delai: string, sens?: 1 | -1): Day | undefined;
}

/** A file as it stood on a day: what is dated later is not there yet. */
export interface Vue {
  (chemin: Chemin): Fait | undefined;
  /** All that a path leads to: one fact at most, unless it goes through a list. */
  tous(chemin: Chemin): readonly Fait[];
  readonly date: Day;
  readonly loi: Loi;
}
