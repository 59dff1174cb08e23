import type { Day } from "../dates.ts";
import type { Decoupage } from "./indicators.ts";
import type { Categorie, Dimension } from "./nomenclature.ts";
import type { Regroupement } from "./regroupement.ts";
import type { Semestre } from "./semestre.ts";

/** Two categories that could be one, and the tables that have them. */
export interface RegroupementPossible extends Regroupement {
  dimension: Dimension["id"];
  libelle: Dimension["libelle"];
  categories: readonly [Categorie, Categorie];
  tables: readonly string[];
}

/** How much of what there is a publication shows. */
export interface Montre {
  /** Numbers that are not zero, each once whatever the tables that show it. */
  cells: { shown: number; all: number };
  /** Persons, as often as a number counts them: the same in all whichever categories are made one. */
  persons: { shown: number; all: number };
}

/** What would be shown if two categories were one; from true values, for those who hold the data and nobody else. */
export interface Conseil {
  semestre: Semestre;
  date: Day;
  decoupage?: Decoupage;
  secret: { persons: number; strict?: true };
  avant: Montre;
  /** Regroupements that could be of use, and among them those tried. */
  possibles: number;
  essayes: number;
  /** Those that show more, the best first. */
  regroupements: readonly (RegroupementPossible & { apres: Montre })[];
}
