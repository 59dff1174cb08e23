import { dispositifs as generated } from "../generated/dispositifs.ts";
import type { ParameterName, ReferenceId } from "../legal/index.ts";
import type { Acteur } from "./acteurs.ts";
import type { Bilan } from "./bilan.ts";

/** Keys separated by slashes from the root of a file, e.g. `contrat/debut`. */
export type Chemin = string;

/** Exactly one of `vaut`, `sauf`, `absent`, `present` is given; see schemas/dispositif.schema.json. */
export interface Condition {
  chemin: Chemin;
  vaut?: readonly string[];
  sauf?: readonly string[];
  absent?: true;
  present?: true;
}

/** A place of a file, and what each of its values means. */
export interface Issue {
  chemin: Chemin;
  libelles: Readonly<Record<string, string>>;
}

/** A paper that a step asks for; it is no longer expected once `recu` is true. */
export interface ModeleDocument {
  libelle: string;
  reference: ReferenceId;
  recu?: Chemin;
}

/** A day of a file, or those of the items of a list; with `si`, only of the items where a key has one of these values. */
export interface Jours {
  chemin: Chemin;
  si?: { cle: string; vaut: readonly string[] };
}

/** What exists only from a day on: the first of `le` that is there. */
export interface FaitDate {
  chemin: Chemin;
  le: readonly Chemin[];
}

export interface ModelePhase {
  id: string;
  libelle: string;
  qui: Acteur;
  reference: ReferenceId;
  debut: readonly Chemin[];
  fin: readonly Chemin[];
  fin_etape?: string;
  sans_objet?: readonly Condition[];
}

export interface ModeleEtape {
  id: string;
  phase?: string;
  libelle: string;
  qui: Acteur;
  depuis?: readonly Chemin[];
  delai?: ParameterName;
  /** The delay is that of the law of the day it runs from, not of the contract's. */
  loi_du_depart?: boolean;
  fin_de_mois?: boolean;
  reference?: ReferenceId;
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

export interface EcheanceNationale {
  id: string;
  libelle: string;
  qui: Acteur;
  /** Either the day, or `semestrielle`: the end of each half-year. */
  le?: ParameterName;
  tous_les?: ParameterName;
  semestrielle?: true;
  reference: ReferenceId;
}

/** A dispositif as its file in dispositifs/ describes it: all that the engine knows of its phases and steps. */
export interface Dispositif {
  libelle: string;
  parcours: {
    faits: readonly FaitDate[];
    prevues: readonly Chemin[];
    interruption?: Chemin;
    lien?: { chemin: Chemin; motif: Issue };
    entree?: { chemin: Chemin; limite: ParameterName };
    /** What says that the parcours is over, once it is interrupted or its term has come: what is late then is nobody's to do. */
    cloture?: { chemin: Chemin; terme: Chemin };
    phases: readonly ModelePhase[];
    etapes: readonly ModeleEtape[];
  };
  fiche?: {
    faits: readonly FaitDate[];
    etapes: readonly ModeleEtape[];
    semestriel?: { id: string; libelle: string; qui: Acteur; reference: ReferenceId; documents?: readonly ModeleDocument[] };
  };
  nationales?: readonly EcheanceNationale[];
  /** What its dashboard counts; no dashboard is made of it when absent. */
  bilan?: Bilan;
}

export const dispositifs: Readonly<Record<keyof typeof generated, Dispositif>> = generated;

/** The dispositif of a parcours that names none, and of every fiche projet. */
export const parDefaut = "vae_inversee" satisfies keyof typeof generated;
