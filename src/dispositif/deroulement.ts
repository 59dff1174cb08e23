import type { Chemin } from "./chemin.ts";
import type { Condition } from "./conditions.ts";
import type { Jours } from "./vue.ts";

/** One who acts in a dispositif, by the name that the dispositif gives. */
export type Acteur = string;

/** A place of a file, and what each of its values means. */
export interface Issue {
  chemin: Chemin;
  libelles: Readonly<Record<string, string>>;
}

/** A paper that a step asks for; it is no longer expected once `recu` is true. */
export interface ModeleDocument {
  libelle: string;
  reference: string;
  recu?: Chemin;
}

export interface ModelePhase {
  id: string;
  libelle: string;
  qui: Acteur;
  reference: string;
  /** Without them, a phase begins, is late and ends with its étapes. */
  debut?: readonly Chemin[];
  fin?: readonly Chemin[];
  fin_etape?: string;
  /** In a dispositif that continues another: the phase of it before which this one comes. */
  avant?: string;
  sans_objet?: readonly Condition[];
}

export interface ModeleEtape {
  id: string;
  phase?: string;
  /** Its number in the source, which several may share. */
  rang?: number;
  libelle: string;
  qui: Acteur;
  depuis?: readonly Chemin[];
  delai?: string;
  /** Due on the eve of this day. */
  avant?: Chemin;
  /** Due again and again, a delay after the last time, until a day. */
  recurrente?: { jusqua: Chemin };
  /** The delay is that of the law of the day it runs from, not of the contract's. */
  loi_du_depart?: boolean;
  fin_de_mois?: boolean;
  reference?: string;
  faite: readonly Chemin[];
  /** Done too by the first of these days that does not come before the one that the delay runs from. */
  faite_depuis?: readonly Jours[];
  sans_objet?: readonly Condition[];
  cesse?: readonly Condition[];
  cesse_si_interrompu?: boolean;
  issue?: Issue;
  faite_au_terme?: boolean;
  precision_terme?: string;
  precision_retard?: string;
  reste?: { de: Chemin; moins: readonly Chemin[]; si?: Chemin };
  documents?: readonly ModeleDocument[];
}
