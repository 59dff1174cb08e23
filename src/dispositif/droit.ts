import * as legal from "../legal/index.ts";
import { addDays, addMonths, type Day } from "../words/dates.ts";
import type { Loi } from "./fait.ts";

/** A figure that a dispositif declares, or one of the law. */
export type Parametre = legal.Parameter<string>;

/** The figures and the sources that a dispositif has of its own, beside those of the law. */
export interface Textes {
  parametres?: Readonly<Record<string, Parametre>>;
  references?: Readonly<Record<string, legal.Reference>>;
}

/** A figure by its name: the dispositif's own, else that of the law. */
export function parametreDe({ parametres }: Textes, nom: string): Parametre {
  const parametre = parametres?.[nom] ?? (legal.parameters as Readonly<Record<string, Parametre>>)[nom];
  if (parametre === undefined) throw new Error(`paramètre inconnu : ${nom}`);
  return parametre;
}

/** A source by its name: the dispositif's own, else that of the law. */
export function referenceDe({ references }: Textes, id: string): legal.Reference {
  return references?.[id] ?? legal.reference(id as legal.ReferenceId);
}

/**
 * A figure on a day, with its source.
 * @throws UserError before its first value.
 */
export function valeurAu(textes: Textes, nom: string, jour: Day): { value: number | Day; reference: string } {
  return legal.valueIn(nom, parametreDe(textes, nom), jour);
}

/** Whether the law of a day has this figure. */
export function isConnuAu(textes: Textes, nom: string, jour: Day): boolean {
  return (parametreDe(textes, nom).values[0]?.from ?? jour) <= jour;
}

/** A day that is written as such, or that a parameter began with. */
export function jourNomme(textes: Textes, nom: string): Day {
  return /^\d/.test(nom) ? nom : String(parametreDe(textes, nom).values[0]?.value);
}

/**
 * A day plus a delay, in its unit, once or several times, or less it; months clamp to the last day of a shorter month.
 * @throws UserError when the delay was not law on `droit`.
 */
export function ajouterDelai(textes: Textes, jour: Day, delai: string, { droit, fois = 1 }: { droit: Day; fois?: number }): Day {
  const value = Number(valeurAu(textes, delai, droit).value) * fois;
  return parametreDe(textes, delai).unit === "mois" ? addMonths(jour, value) : addDays(jour, value);
}

/** The law of a day, as conditions ask it. */
export function loiAu(textes: Textes, droit: Day): Loi {
  return {
    valeur: (nom) => (isConnuAu(textes, nom, droit) ? valeurAu(textes, nom, droit).value : undefined),
    decaler: (jour, delai, fois = 1) => (isConnuAu(textes, delai, droit) ? ajouterDelai(textes, jour, delai, { droit, fois }) : undefined),
  };
}
