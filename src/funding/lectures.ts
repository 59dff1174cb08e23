import type { ReferenceId } from "../legal.ts";

/** What a reading decides where the texts leave room. Switches with one value so far still say what is done, and why. */
export interface Lecture {
  titre: string;
  /** The annual ceiling of a contract year that is not whole. */
  plafond_annee_courte: Choix<"entier" | "prorata">;
  /** The ceilings without « annuel »: conception and coordination, VAE accompaniment, annexes. */
  frais_forfaitaires: Choix<"parcours">;
  /** The once-per-parcours ceilings of a contract that renews another. */
  contrat_renouvele: Choix<"plafonds_partages">;
  /** The day on which the tutor is to be 45. */
  age_du_tuteur: Choix<"premier_jour">;
  /** What public money on the same expenses is taken off from. */
  financements_publics: Choix<"forfait">;
}

/** A choice, its French sentence and the text it is drawn from. */
export interface Choix<V extends string> {
  valeur: V;
  texte: string;
  references: readonly ReferenceId[];
}

const parParcours: Choix<"parcours"> = {
  valeur: "parcours",
  texte: "les frais de conception et coordination, d'accompagnement à la VAE et annexes sont plafonnés une fois pour tout le parcours",
  references: ["cahier-des-charges-3"],
};

const plafondsPartages: Choix<"plafonds_partages"> = {
  valeur: "plafonds_partages",
  texte: "un contrat renouvelé continue le même parcours : il partage ces plafonds avec le contrat qu'il renouvelle, servi le premier",
  references: ["cahier-des-charges-3", "ct-l6325-7"],
};

const auPremierJour: Choix<"premier_jour"> = {
  valeur: "premier_jour",
  texte: "l'âge du tuteur, qui majore son taux, s'apprécie au premier jour du contrat",
  references: ["ct-d6332-93"],
};

const surLeForfait: Choix<"forfait"> = {
  valeur: "forfait",
  texte: "les financements publics des mêmes dépenses, quelle que soit leur date, sont déduits du forfait, après son plafonnement",
  references: ["cahier-des-charges-3"],
};

/** The readings by name; the first is the default. */
export const lectures = {
  cahier_des_charges: {
    titre: "cahier des charges",
    plafond_annee_courte: {
      valeur: "entier",
      texte: "le plafond annuel vaut en entier pour chaque année de contrat, même incomplète",
      references: ["cahier-des-charges-3", "decret-2023-408-art-2-ii"],
    },
    frais_forfaitaires: parParcours,
    contrat_renouvele: plafondsPartages,
    age_du_tuteur: auPremierJour,
    financements_publics: surLeForfait,
  },
  foire_aux_questions: {
    titre: "foire aux questions du ministère",
    plafond_annee_courte: {
      valeur: "prorata",
      texte: "le plafond annuel d'une année de contrat incomplète est réduit au prorata de ses mois",
      references: ["faq-ministere"],
    },
    frais_forfaitaires: parParcours,
    contrat_renouvele: plafondsPartages,
    age_du_tuteur: auPremierJour,
    financements_publics: surLeForfait,
  },
} as const satisfies Record<string, Lecture>;

export type NomLecture = keyof typeof lectures;

export const nomsDesLectures = Object.keys(lectures) as NomLecture[];
