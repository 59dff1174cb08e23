import type { Forme } from "../dispositif/forme.ts";
import type { Path } from "../dossier/place.ts";
import type { Champ } from "../saisie/champs.ts";

interface Lieu {
  /** Where the answer goes; also what an answer is kept under. */
  chemin: Path;
  /** Titles of what holds it, outermost first. */
  rubriques: readonly string[];
}

/** A value to give; one that is not required may be passed, and then its answer is null. */
export interface QuestionChamp extends Lieu {
  sorte: "champ";
  champ: Champ;
  facultative: boolean;
}

/** Which of the optional keys of a rubric the person wants to fill in: the answer is their names. */
export interface QuestionFacultatif extends Lieu {
  sorte: "facultatif";
  cles: readonly { cle: string; libelle: string; aide: string }[];
}

/** Yes or no: whether the contract is concluded, or whether a list has one element more. */
export interface QuestionOuiNon extends Lieu {
  sorte: "conclu" | "encore";
  /** The rank of the element that would come next. */
  rang: number;
}

/** Which certification of the fiche is aimed at: the answer holds its keys, or null when it is another one. */
export interface QuestionCertification extends Lieu {
  sorte: "certification";
}

export type Question = QuestionChamp | QuestionFacultatif | QuestionOuiNon | QuestionCertification;

/** Answers by the name of their question, in the order in which they were given. */
export type Reponses = ReadonlyMap<string, unknown>;

export interface Avancement {
  forme: Forme;
  /** What is known so far, in the shape of the document. */
  data: Readonly<Record<string, unknown>>;
  /** None once all has been asked. */
  question: Question | undefined;
  /** Names of the questions answered, in the order in which they are asked. */
  posees: readonly string[];
}

/** The name of a question: its kind and place. */
export function nomDe({ sorte, chemin, ...question }: Question): string {
  return `${sorte}:${chemin.join(".")}${"rang" in question ? `:${question.rang}` : ""}`;
}

/** Keys with their values, not a list nor a value. */
export function isRubrique(valeur: unknown): valeur is Record<string, unknown> {
  return typeof valeur === "object" && valeur !== null && !Array.isArray(valeur);
}
