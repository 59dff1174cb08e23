import type { Acteur } from "../dispositif/deroulement.ts";
import type { Fait, Vue } from "../dispositif/fait.ts";
import type { Dispositif } from "../dispositif/modele.ts";
import type { Day } from "../words/dates.ts";

export type EtatEcheance = "faite" | "a_venir" | "en_retard" | "sans_objet";

/** A step on a day: what somebody must do, or has done. */
export interface Etape {
  id: string;
  phase?: string;
  /** Says how it ended too, e.g. « … : recevabilité tacite, par le silence du certificateur ». */
  libelle: string;
  qui: Acteur;
  /** The same as a person writes it. */
  acteur: string;
  /** The last day to do it in time; absent for a step without a due date, or whose starting point is not known yet. */
  echeance?: Day;
  /** The next working day, when the due date, which stands, is a Saturday, a Sunday or a public holiday. */
  jourOuvre?: Day;
  etat: EtatEcheance;
  /** Calendar days since the due date, 0 unless late. */
  retardJours: number;
  /** The article, as it is printed. */
  reference: string;
  /** The recorded day; for a silence that counts as a decision, the due date. */
  faiteLe?: Day;
  /** The papers still expected, while it is open, each with its source; none when the model names none. */
  documents?: string[];
  /** What it has still to bring, e.g. the blocs a jury has not validated yet. */
  reste?: string[];
  /** It does not concern this parcours and never did, which is more than to have lost its object. */
  isEtrangere?: true;
  /** Which one of a series: the half-year or the due date. */
  occurrence?: string;
}

/** An étape that has a due date. */
export type Echeance = Etape & { echeance: Day };

/** What a step is judged by. */
export interface Contexte {
  dispositif: Dispositif;
  vue: Vue;
  date: Day;
  /** The day whose law gives the delays. */
  droit: Day;
  interruption?: Fait | undefined;
  /** It is too late to enter the dispositif: nothing can be done any more. */
  isForclos?: boolean;
  /** It is over and its exit is recorded: what is late is nobody's to do any more. */
  isClos?: boolean;
}

/** Where a step stands, before it is told. `terme`: the due date passed, and that settles it. */
export interface Constat {
  etat: EtatEcheance;
  le?: Day | undefined;
  terme?: boolean;
  isEtrangere?: boolean;
  /** Its delay is that of an earlier law, which is not known here. */
  isDelaiInconnu?: boolean;
}

export function isEcheance(etape: Etape): etape is Echeance {
  return etape.echeance !== undefined;
}
