import type { Chemin } from "./chemin.ts";
import type { Condition } from "./conditions.ts";
import type { Acteur } from "./deroulement.ts";

/** What every base of a financing says. */
interface BaseCommune {
  id: string;
  /** What it is called on screens; its id by default. */
  libelle?: string;
  /** Without it, or when it holds, the base may be due; the first one that may is, and those in addition. */
  si?: Condition;
  en_plus?: boolean;
  /** Who pays it; the OPCO by default. */
  paye_par?: Acteur;
  reference?: string;
  /** A limit of the whole: a parameter, or an amount of the file. */
  plafond?: string | { chemin: Chemin };
}

/** The expenses of the parcours, up to the limit. */
export interface CoutReel extends BaseCommune {
  type: "cout_reel";
}

/** Hours of the file at a rate of the file; nothing while the proof is not there. */
export interface Heures extends BaseCommune {
  type: "heures";
  heures: Chemin;
  taux: Chemin;
  preuve?: Chemin;
  /** What is said without the proof: « certificat absent » by default. */
  sans_preuve?: string;
}

/** Units at a rate, up to a number: a cost of its own, beside the expenses, whoever pays it. */
export interface Unites extends BaseCommune {
  type: "unites";
  unites: Chemin;
  taux: Chemin;
  /** A parameter. */
  plafond_unites?: string;
}

/** By contract year, with a ceiling for each component: what funding knows of contracts. */
export interface Annuel {
  type: "annuel";
  id: string;
}

export type Base = CoutReel | Heures | Unites | Annuel;

/** How a dispositif is paid, in words that funding reads. */
export interface Financement {
  composantes?: Readonly<Record<string, string>>;
  bases: readonly Base[];
  /** What the sum of the bases is within: parameters. */
  plafonds?: readonly { portee: "parcours" | "contrat"; montant: string }[];
  /** Public money for the same expenses: taken off from what is due, or without effect on it. */
  publics?: "deduits" | "sans_effet";
  /** What nobody pays to the structure: the place of the amount. */
  cout_structure?: Chemin;
}

/** Whether what is due is counted by contract year: the files then hold all that funding reads of a contract. */
export function estAnnuel({ financement }: { financement: "aucun" | Financement }): boolean {
  return financement !== "aucun" && financement.bases.some(({ type }) => type === "annuel");
}

/** Whether somebody pays it by the parcours. */
export function estFinance({ financement }: { financement: "aucun" | Financement }): boolean {
  return financement !== "aucun" && financement.bases.length > 0;
}
