import type { ReferenceId } from "../legal/index.ts";

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

/** A choice, its French sentence, why, what else the texts could mean, and the text it is drawn from. */
export interface Choix<V extends string> {
  valeur: V;
  texte: string;
  raison: string;
  autre: string;
  references: readonly ReferenceId[];
}

const parParcours: Choix<"parcours"> = {
  valeur: "parcours",
  texte: "les frais de conception et coordination, d'accompagnement à la VAE et annexes sont plafonnés une fois pour tout le parcours",
  raison:
    "le cahier des charges dit ces montants « dans le cadre du parcours », et ne dit annuels que le forfait et les frais pédagogiques",
  autre: "un plafond pour chaque année de contrat ; aucune source ne le dit",
  references: ["cahier-des-charges-3"],
};

const plafondsPartages: Choix<"plafonds_partages"> = {
  valeur: "plafonds_partages",
  texte: "un contrat renouvelé continue le même parcours : il partage ces plafonds avec le contrat qu'il renouvelle, servi le premier",
  raison:
    "le renouvellement prépare la même qualification, ou une suite de celle-ci : c'est le même parcours individuel ; un contrat refusé ou non éligible, à qui rien n'est dû, n'en use rien",
  autre: "des plafonds neufs pour chaque contrat ; ce serait payer deux fois une même ingénierie",
  references: ["cahier-des-charges-3", "ct-l6325-7"],
};

const auPremierJour: Choix<"premier_jour"> = {
  valeur: "premier_jour",
  texte: "l'âge du tuteur, qui majore son taux, s'apprécie au premier jour du contrat",
  raison: "l'article dit l'âge du tuteur sans dire le jour ; la fonction commence avec le contrat",
  autre: "l'âge au jour de chaque mois d'exercice, ou à la conclusion",
  references: ["ct-d6332-93"],
};

const surLeForfait: Choix<"forfait"> = {
  valeur: "forfait",
  texte: "les financements publics des mêmes dépenses, quelle que soit leur date, sont déduits du forfait, après son plafonnement",
  raison:
    "le cahier des charges réduit le montant du forfait des sommes publiques perçues pour les mêmes dépenses éligibles : la même composante, où qu'elles tombent dans le contrat ; la part d'une autre année se déduit de l'année la plus ancienne où la composante est encore retenue",
  autre: "les déduire des dépenses avant de les plafonner",
  references: ["cahier-des-charges-3"],
};

/** The readings by name; the first is the default. */
export const lectures = {
  cahier_des_charges: {
    titre: "cahier des charges",
    plafond_annee_courte: {
      valeur: "entier",
      texte: "le plafond annuel vaut en entier pour chaque année de contrat, même incomplète",
      raison: "seuls les frais pédagogiques sont dits « proratisés à la durée » ; le plafond annuel ne l'est pas",
      autre: "réduit au prorata des mois, comme le dit la foire aux questions (lecture foire_aux_questions)",
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
      raison: "la foire aux questions dit le plafond « par an et par parcours, proratisé à la durée »",
      autre: "entier pour chaque année commencée, comme l'écrit le cahier des charges (lecture cahier_des_charges)",
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

/** What is done in the same way under every reading, where the texts are silent: a question, what is done, why. */
export const silences: readonly { question: string; fait: string; raison: string }[] = [
  {
    question: "Jour où compte une dépense sans date",
    fait: "le dernier jour de chaque année de contrat, pour la part de cette année (au prorata des mois)",
    raison: "tous les écrans donnent ainsi la même somme au même jour",
  },
  {
    question: "Jour où le forfait est dû",
    fait: "à mesure des dépenses, jamais avant l'acceptation par l'OPCO (expresse, ou le lendemain du vingtième jour de son silence) ni avant le premier jour du contrat",
    raison: "l'OPCO paie après exécution (R. 6332-25) et sur pièces (R. 6332-26)",
  },
  {
    question: "Argent public et ce qui est dû par l'OPCO",
    fait: "l'argent public déclaré, notifié ou reçu, réduit le dû dès la première dépense, quelle que soit sa date",
    raison: "il réduit le forfait « perçu pour les mêmes dépenses » : le réclamer puis le rendre serait un trop-perçu certain",
  },
  {
    question: "Avoir plus fort que les dépenses de son année",
    fait: "l'année ne retient rien, et ce qui manque réduit les années suivantes de la composante",
    raison: "un avoir corrige une dépense déjà retenue ; au terme, ce qui reste se voit au trop-perçu",
  },
  {
    question: "Contrat refusé par l'OPCO",
    fait: "chiffré et montré, hors des totaux et du dû ; ce qui a été versé est à rendre, et compté au total « à rendre »",
    raison: "une dette ne se cache pas, même d'un contrat hors des totaux",
  },
  {
    question: "Rupture datée après le terme",
    fait: "le contrat est compté jusqu'à son terme",
    raison: "un contrat fini ne se rompt plus ; la date est une erreur",
  },
];
