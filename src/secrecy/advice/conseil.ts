import type { Semestre } from "../../dashboard/definition/semestre.ts";
import type { Entete } from "../../dashboard/etablir.ts";
import type { RegroupementDit } from "../../dashboard/regroupement/dit.ts";
import type { Regroupement } from "../../dashboard/regroupement/index.ts";
import type { Day } from "../../words/dates.ts";

/** How much of what there is a publication shows. */
export interface Montre {
  /** Numbers that are not zero, each once whatever the tables that show it. */
  cells: { shown: number; all: number };
  /** Persons, as often as a number counts them: the same in all whichever categories are made one. */
  persons: { shown: number; all: number };
}

/** What would be shown if less were told apart; from true values, for those who hold the data and nobody else. */
export interface Conseil {
  semestre: Semestre;
  date: Day;
  decoupage?: NonNullable<Entete["decoupage"]>;
  secret: { persons: number; groupes?: true };
  avant: Montre;
  /** Regroupements compared by what they leave to hide at least, and among them those protected and proved whole. */
  compares: number;
  essayes: number;
  /** Those that show more, the one that leaves the least hidden first. */
  conseils: readonly { regroupement: Regroupement; dit: RegroupementDit; apres: Montre }[];
}
