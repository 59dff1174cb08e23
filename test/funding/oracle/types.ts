/** What the computation reads of a parcours; the other keys of the file pass through untouched. */
export const COMPOSANTES = [
  "conception_coordination",
  "pedagogique",
  "accompagnement_vae",
  "annexes",
  "tuteur_formation",
  "tuteur_exercice",
] as const;
export type Composante = (typeof COMPOSANTES)[number];
export type ParComposante<T> = Record<Composante, T>;
export type Lecture = "cahier_des_charges" | "foire_aux_questions";

export interface Depense {
  composante: Composante;
  montant: number;
  date?: string | undefined;
  facture?: string | undefined;
  avoir_de?: string | undefined;
  heures?: number | undefined;
  mois?: number | undefined;
}

export interface Public {
  financeur: string;
  composante: Composante;
  montant: number;
  date?: string | undefined;
  statut?: "notifie" | "recu" | undefined;
}

interface DecisionOpco {
  sens: "accepte" | "refuse";
  le?: string | undefined;
  montant?: number | undefined;
}

export interface Contrat {
  nature: "cdd" | "cdi";
  conclu_le: string;
  debut: string;
  fin: string;
  transmis_opco_le?: string | undefined;
  decision_opco?: DecisionOpco | undefined;
  renouvellement?: { motif?: string; contrat_initial?: string } | undefined;
  rupture?: { le?: string; initiative?: string; motif?: string; notifiee_le?: string } | undefined;
}

export interface Parcours {
  identifiant: string;
  fiche: string;
  opco: string;
  beneficiaire: {
    date_naissance: string;
    situation_avant: string;
    mois_inscription?: number | undefined;
    minimum_social?: string | undefined;
    ex_contrat_aide?: boolean | undefined;
    niveau_entree: string | number;
  };
  contrat: Contrat;
  tuteur: { identifiant?: string | undefined; date_naissance: string };
  formateur_afest?: { identifiant?: string | undefined } | undefined;
  modalites: { enseignements: { afest_heures?: number | undefined } };
  financement: {
    depenses: readonly Depense[];
    publics?: readonly Public[] | undefined;
    complement?: { montant: number } | undefined;
    versements?: readonly { le: string; montant: number }[] | undefined;
  };
}

/** The entries of `cpro funding --format json`: euros, as numbers. */
export interface AnneeCalculee {
  annee: number;
  debut: string;
  fin: string;
  mois: number;
  composantes: ParComposante<{ depense: number; plafond: number; retenu: number }>;
  plafond: number;
  forfait_brut: number;
  deduction_publique: number;
  forfait: number;
}

export interface ParcoursCalcule {
  identifiant: string;
  fiche: string;
  opco: string;
  eligible: boolean;
  motifs: string[];
  cout_reel: number;
  annees: AnneeCalculee[];
  forfait_brut: number;
  financements_publics: number;
  forfait: number;
  complement: number;
  reste_a_charge: number;
  refinancable: number;
  verse: number;
  avance_tresorerie: number;
  a_rendre: number;
}

export interface Totaux {
  parcours: number;
  eligibles: number;
  cout_reel: number;
  forfait: number;
  complement: number;
  reste_a_charge: number;
  trop_percu: number;
  verse: number;
  a_rendre: number;
}
