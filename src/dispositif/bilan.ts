import type { ParameterName } from "../legal/index.ts";

/** Keys separated by slashes from the root of a file, e.g. `contrat/debut`. */
type Chemin = string;

/** `quasi_identifiant`: what somebody who knows the person, the enterprise or an invoice may know too. `sensible`: what they could learn. */
export type Role = "pseudonyme" | "quasi_identifiant" | "sensible";

/** What every column of a bilan's own says of itself. */
interface Declaree {
  role: Exclude<Role, "pseudonyme">;
  libelle: string;
}

/** The day at a place; else the latest of several; never before another. */
export interface JourDeclare extends Declaree {
  nature: "jour";
  chemin?: Chemin;
  a_defaut_dernier?: readonly Chemin[];
  pas_avant?: Chemin;
}

/** The categories of a column, in their order, and what they are together when it is not the column's own label. */
interface Categories {
  dimension?: string;
  libelles: Readonly<Record<string, string>>;
  /** What the category of what is not known is called; none is shown when absent. */
  non_connu?: string;
}

/** In a lot, of whom it is told: those who have this day, or job-seekers. */
interface Concernee {
  concernes?: string;
}

/** One of some codes, read at a place. With `au`, the file as it stood on the day of that column, and nothing where there is no such day. */
export interface CodeDeclare extends Declaree, Categories, Concernee {
  nature: "code";
  chemin: Chemin;
  au?: string;
  /** Where the place says nothing: the code of the first of these that is known, or that has no place. */
  a_defaut?: readonly { chemin?: Chemin; code: string }[];
}

/** The phase reached on the day of a column. */
export interface PhaseDeclaree extends Declaree, Categories, Concernee {
  nature: "phase";
  au: string;
}

/** The band of a number. */
export interface BandesDeclarees extends Declaree, Concernee {
  nature: "bandes";
  chemin: Chemin;
  bandes: readonly string[];
  unite: string;
  dimension?: string;
}

/** The year of the day of another column, between two years. */
export interface AnneeDeclaree extends Declaree {
  nature: "annee";
  annee_de: string;
  du: number;
  au: number;
  dimension?: string;
}

/** A column that cpro knows by its name, in its words or in these. */
export interface ColonneConnue {
  libelle?: string;
  dimension?: string;
}

/** A column of the bilan's own, or one that cpro knows. */
export type ColonneDeclaree = JourDeclare | CodeDeclare | PhaseDeclaree | BandesDeclarees | AnneeDeclaree | ColonneConnue;

/** A column that is true, or whose value is one of some. */
export type Condition = string | { colonne: string; vaut: readonly string[] };

/** Whom a table is about: the column that dates the event, and a condition. */
export interface Population {
  id: string;
  libelle: string;
  date: string;
  si?: Condition;
}

/**
 * What a cell holds. `colonne` names a column of the rows; with `eclater`, each parcours gives one amount per category of the
 * dimension, read in the columns `<prefix>_<code>`.
 */
export type Grandeur =
  | { type: "effectif" }
  /** Parcours with something in the category; the margin is all of the population, for a parcours may be in several categories. */
  | { type: "utilisateurs"; eclater: string }
  /** Different values of a column; `dernier` keeps for each value its latest row, whose attributes place it. */
  | { type: "distincts"; colonne: string; dernier?: true }
  /** Hundredths (cents, hundredths of an hour): sums of whole numbers are the same in any order. */
  | { type: "somme"; eclater: string }
  | { type: "moyenne"; colonne: string };

/** What tables may be broken down by, on demand. */
export type Decoupage = "region";

/** A table as a bilan describes it; it counts persons unless `grandeur` says otherwise. */
export interface TableDeBilan {
  id: string;
  famille: string;
  titre: string;
  unite: string;
  population: string;
  dimensions: readonly string[];
  grandeur?: Grandeur;
  /** Only published when asked for: each breakdown more costs hidden cells elsewhere. */
  selon?: Decoupage;
}

/** A cell of a table, by the codes that are not `ensemble`. */
export interface Terme {
  table: string;
  mesure: "semestre" | "cumul";
  codes?: Readonly<Record<string, string>>;
  /** Taken off instead of added. */
  moins?: true;
}

/** A header figure that adds cells up. */
export interface Figure {
  id: string;
  libelle: string;
  groupe: string;
  unite?: "euros";
  termes: readonly Terme[];
}

/** A figure about projects or the law, which is about nobody. */
export interface FigurePublique {
  id: string;
  libelle: string;
  groupe: string;
  /** A parameter of the law; the projects accepted when absent. */
  parametre?: ParameterName;
}

/** A rate, by the ids of the figures it divides. */
export interface Taux {
  id: string;
  libelle: string;
  numerateur: string;
  denominateur: string;
}

/** How a chart is drawn; an `anneau` shows the parts of a whole, a `pyramide` has its first series on the left. */
export type Genre = "colonnes" | "barres" | "pyramide" | "anneau" | "courbes";

/** Cells of a table, one per category or per half-year; what is not named is `ensemble`. */
export interface SerieDefinie {
  libelle: string;
  table: string;
  codes?: Readonly<Record<string, string>>;
}

interface GraphiqueDefini {
  id: string;
  titre: string;
  unite: string;
  series: readonly SerieDefinie[];
}

/** Numbers of some persons: all of a population, or what is added up of it. */
export type Bloc = string | { population: string; quoi: string };

/** A population that is part of another, which readers know by what the words mean. */
export interface InclusionDeBlocs {
  tout: Bloc;
  partie: Bloc;
  /** What is left is no group, but the room between two numbers. */
  marge?: true;
  /** The part happens later, perhaps in another half-year. */
  depuis_le_debut?: true;
}

/** Categories of a population that are part of others. */
export interface InclusionDeSens {
  population: string;
  tout: Categorisees;
  partie: Categorisees;
}

interface Categorisees {
  dimension: string;
  codes: readonly string[];
}

/** What a dispositif counts: its columns, whom its tables are about, how they are shown. */
export interface Bilan {
  /** « Tableau de bord de la VAE inversée ». */
  titre: string;
  /** The format of the lots made of its columns, when there is one. */
  export?: "cpro/lot/1";
  /** The column of the day that makes a parcours count at all. */
  entree: string;
  /** In the order of the columns of a row. */
  colonnes: Readonly<Record<string, ColonneDeclaree>>;
  populations: readonly Population[];
  familles: Readonly<Record<string, string>>;
  tables: readonly TableDeBilan[];
  synthese: {
    groupes: Readonly<Record<string, string>>;
    publiques?: readonly FigurePublique[];
    figures: readonly Figure[];
    taux?: readonly Taux[];
  };
  graphiques?: readonly (GraphiqueDefini & { genre: Genre; dimension: string })[];
  /** What happened in each half-year. */
  tendance?: GraphiqueDefini;
  /** Dimensions whose categories follow one another, besides those that cpro knows. */
  echelles?: readonly string[];
  /** Coarser nomenclatures of its own dimensions, the finest first: categories made one. */
  regroupements?: Readonly<Record<string, readonly (readonly (readonly string[])[])[]>>;
  inclusions?: readonly InclusionDeBlocs[];
  sens?: readonly InclusionDeSens[];
  /** The population that has amounts, and the one it is part of, when no parcours may have more than the law's ceilings. */
  plafonnes?: { population: string; parmi: string };
  /** The dimensions that say of somebody what nobody should be able to say. */
  sensibles?: { dimensions: readonly string[]; dit: string; note: string };
  mots: {
    /** « sans contrat conclu » : of a parcours that does not count. */
    sans_entree: string;
    /** « Contrats conclus » : those that count. */
    comptes: string;
  };
  lisez_moi: {
    objet: string;
    /** What a reader must know besides, or instead, of what is always said, by name. */
    lire?: readonly { nom: string; texte: string }[];
  };
}
