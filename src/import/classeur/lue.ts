import type { Day } from "../../words/dates.ts";

/** What cannot be told of a cell, and what to do about it. */
export interface Illisible {
  illisible: string;
  conseil: string;
}

/** What a cell holds; a formula counts for its value. */
export type ValeurLue = string | number | boolean | { jour: Day } | { erreur: string } | { sansValeur: true } | Illisible;

export interface CelluleLue {
  valeur: ValeurLue;
  /** Of a cell merged with others, the address of the first one, whose value it shows. */
  fusion?: string;
}

export interface LigneLue {
  numero: number;
  isMasquee: boolean;
  /** By column, from 1; empty cells are left out. */
  cellules: readonly (CelluleLue | undefined)[];
}

export interface FeuilleLue {
  nom: string;
  lignes: readonly LigneLue[];
}

export function isIllisible(valeur: ValeurLue): valeur is Illisible {
  return typeof valeur === "object" && "illisible" in valeur;
}
