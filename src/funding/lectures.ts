import type { ReferenceId } from "../legal.ts";

/** What a reading decides where the texts leave room. The two last switches have one value so far: they say what is done, and why. */
export interface Lecture {
  titre: string;
  /** The annual ceiling of a contract year that is not whole. */
  plafond_annee_courte: Choix<"entier" | "prorata">;
  /** The ceilings without « annuel »: conception and coordination, VAE accompaniment, annexes. */
  frais_forfaitaires: Choix<"parcours">;
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

const surLeForfait: Choix<"forfait"> = {
  valeur: "forfait",
  texte: "les financements publics des mêmes dépenses sont déduits du forfait, après son plafonnement",
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
    financements_publics: surLeForfait,
  },
} as const satisfies Record<string, Lecture>;

export type NomLecture = keyof typeof lectures;

export const nomsDesLectures = Object.keys(lectures) as NomLecture[];
