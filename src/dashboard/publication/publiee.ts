import type { Decoupage, Genre } from "../../dispositif/bilan.ts";
import type { Day } from "../../words/dates.ts";
import type { Dimension } from "../definition/categorie.ts";
import type { Codes } from "../definition/cle.ts";
import type { Mesure, Semestre } from "../definition/semestre.ts";
import type { RegroupementDit } from "../regroupement/dit.ts";
import type { Regroupement } from "../regroupement/index.ts";

/** A value of a chart: null where it is hidden, or not known for that half-year. */
export type Point = Pick<CellulePubliee, "valeur" | "secret">;

export interface GraphiquePublie {
  id: string;
  genre: Genre;
  titre: string;
  unite: string;
  /** What the categories are: « Durée du contrat ». */
  axe: string;
  categories: readonly string[];
  series: readonly { libelle: string; points: readonly Point[] }[];
}

/** Tables of one half-year, from this dashboard or from the record of an earlier one. */
export interface Exercice {
  semestre: string;
  tables: readonly Pick<TablePubliee, "id" | "cellules">[];
}

/** A cell as it is published; `valeur` is null for what is hidden, and for the mean of nobody. */
export interface CellulePubliee {
  mesure: Mesure;
  codes: Codes;
  valeur: number | null;
  secret?: true;
  /** The rounded count that a mean was divided by, where counts are rounded. */
  effectif?: number;
}

export interface TablePubliee {
  id: string;
  /** The title of its sheet. */
  famille: string;
  titre: string;
  unite: string;
  /** « les contrats conclus, à la date de conclusion ». */
  population: string;
  dimensions: readonly Dimension[];
  cellules: CellulePubliee[];
}

export interface FigurePubliee {
  id: string;
  libelle: string;
  unite?: "euros";
  /** The block of the « Synthèse » sheet it stands in. */
  groupe: string;
  valeur: number | null;
  secret?: true;
}

export interface TauxPublie {
  id: string;
  libelle: string;
  /** Between 0 and 1; null when hidden, or when there is nothing to divide by. */
  valeur: number | null;
  secret?: true;
  numerateur: FigurePubliee;
  denominateur: FigurePubliee;
}

/** Counts are multiples of `base`, and less than `ecart` away from the truth. */
export interface Arrondi {
  base: number;
  ecart: number;
}

/** Everything that may be shown, and nothing else: no hidden value is in it. */
export interface Publication {
  figures: FigurePubliee[];
  taux: TauxPublie[];
  tables: TablePubliee[];
  graphiques: GraphiquePublie[];
}

/** What the figures were made from. */
export interface Sources {
  fichiers: number;
  fiches: number;
  /** Parcours without a contract, of which there is nothing to count. */
  nonConclus: number;
  /** Parcours whose contract is concluded, and among them those left out of the funding tables. */
  conclus: number;
  ineligibles: number;
  /** Files left out for a fault in what the tables read, and parcours counted with a fault elsewhere. */
  ecartes: number;
  imparfaits: number;
  /** What readers must know of them, in whole sentences without numbers. */
  reserves: readonly string[];
  /** SHA-256 of the files' contents, whatever their names and order. */
  empreinte: string;
}

/** What was done for the secrecy. */
interface Secret {
  persons: number;
  enterprises: number;
  dominance: number;
  arrondi?: Arrondi;
  kept?: { cells: number; persons?: number };
  /** The tables and figures, by id, where a hidden number may be zero; nowhere when absent. */
  zerosMasques?: readonly string[];
  /** What would say that a whole group is in one sensitive category is hidden too. */
  groupes?: true;
  /** The point of view of every porteur was taken. */
  inites?: "tous";
}

/** What a dashboard says of its dispositif. */
export interface Presentation {
  /** « Tableau de bord de la VAE inversée ». */
  titre: string;
  objet: string;
  /** What readers must know besides, or instead, of what is always said, by name. */
  lire: readonly { nom: string; texte: string }[];
  /** « Contrats conclus » : the parcours that count. */
  comptes: string;
  /** What may not be said of all of a group, when there is something. */
  sensibles?: string;
}

/** What a renderer needs: what is published, and what a reader must know about it. */
export interface TableauDeBord extends Publication {
  /** Said when it is not that of the files which name none. */
  dispositif?: string;
  presentation: Presentation;
  semestre: Semestre;
  date: Day;
  /** The last day counted: the half-year's, or `date` when it comes before. */
  arreteAu: Day;
  version: string;
  sources: Sources;
  /** What tables are broken down by, besides those of every dashboard. */
  decoupage?: Decoupage;
  /** What the tables say less than the nomenclature could. */
  regroupement?: Regroupement;
  /** The same in words. */
  reunies?: RegroupementDit;
  /** Of the tables and of their categories: two publications are compared cell by cell. */
  nomenclature: string;
  /** Earlier half-years of which numbers that were published have changed since. */
  revises?: readonly string[];
  /** The thresholds used; absent when nothing is hidden (diffusion interne). */
  secret?: Secret;
}
