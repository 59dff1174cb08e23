import { defaut } from "../generated/defaut.ts";
import { dispositifs as generated } from "../generated/dispositifs.ts";
import type { Bilan } from "./bilan.ts";
import type { Calculables } from "./calculs.ts";
import type { Chemin } from "./chemin.ts";
import type { Condition } from "./conditions.ts";
import type { Acteur, Issue, ModeleDocument, ModeleEtape, ModelePhase } from "./deroulement.ts";
import type { Textes } from "./droit.ts";
import type { Financement } from "./financement.ts";
import type { Datation } from "./vue.ts";

export interface EcheanceNationale {
  id: string;
  libelle: string;
  qui: Acteur;
  /** Either the day, or `semestrielle`: the end of each half-year. */
  le?: string;
  tous_les?: string;
  semestrielle?: true;
  reference: string;
}

/** How one enters a dispositif: the fact, the last day for it, and what gives back the place that it takes under a ceiling. */
interface Entree {
  chemin: Chemin;
  limite?: string;
  place_rendue?: readonly Condition[];
}

/** What a parcours goes through. */
export interface Deroulement extends Datation, Calculables {
  prevues: readonly Chemin[];
  interruption?: Chemin;
  lien?: { chemin: Chemin; motif: Issue };
  entree?: Entree;
  /** What says that the parcours is over, once it is interrupted or its term has come: what is late then is nobody's to do. */
  cloture?: { chemin: Chemin; terme: Chemin };
  phases: readonly ModelePhase[];
  etapes: readonly ModeleEtape[];
}

/** A rule that a dispositif states without code. */
export interface RegleDonnee {
  id: string;
  gravite: "erreur" | "avertissement" | "information";
  /** The obligation in one sentence; the message by default. */
  resume?: string;
  si?: Condition;
  exige: Condition;
  /** `{chemin}` stands for what the file holds there. */
  message: string;
  conseil?: string;
  reference: string;
}

/** Whether a dossier holds something: always, at will, never. */
interface Cadre {
  fiche: "requise" | "facultative" | "aucune";
  contrat: "requis" | "facultatif" | "aucun";
  /** The parameter that limits its parcours, in the whole country. */
  plafond: string;
}

/** The paths of the facts that funding, progress and dashboard count by; the first known counts. */
interface Evenements {
  debut?: readonly Chemin[];
  fin?: readonly Chemin[];
  interruption?: readonly Chemin[];
  decision?: readonly Chemin[];
  resultat?: readonly Chemin[];
}

/** A dispositif as its file in dispositifs/ describes it: all that the engine knows of it. */
export interface Dispositif extends Textes {
  identifiant: string;
  libelle: string;
  /** Before its libellé in a sentence. */
  article: "la" | "le" | "l'";
  description: string;
  par_defaut?: boolean;
  /** The dispositif that it continues, by whose rules, ceilings and dashboard its parcours count too. */
  etend?: string;
  sources: readonly { id: string; titre: string; url?: string }[];
  /** When one may enter: names of parameters, or days. */
  en_vigueur?: { du: string; au?: string };
  acteurs: Readonly<Record<Acteur, string>>;
  cadre: Cadre;
  /** The paths whose day gives the law, which is no earlier than that of a parameter; without either, that of the day asked for. */
  droit?: { chemins: readonly Chemin[]; au_plus_tot?: string };
  evenements: Evenements;
  financement: "aucun" | Financement;
  documents?: readonly string[];
  /** Which rules serve it; see validate/regles.ts. */
  regles: readonly string[];
  regles_donnees?: readonly RegleDonnee[];
  parcours: Deroulement;
  fiche?: Datation & {
    etapes: readonly ModeleEtape[];
    semestriel?: { id: string; libelle: string; qui: Acteur; reference: string; documents?: readonly ModeleDocument[] };
  };
  nationales?: readonly EcheanceNationale[];
  /** What its dashboard counts; no dashboard is made of it when absent. */
  bilan?: Bilan;
}

/** Those that cpro comes with. */
export const dispositifs: Readonly<Record<string, Dispositif>> = generated satisfies Record<string, Dispositif>;

/** The dispositif of a file that names none. */
export const parDefaut: string = defaut.identifiant;
