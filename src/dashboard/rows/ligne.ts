/**
 * The columns of the dashboard's only table, one row a concluded parcours. Days and codes are text; amounts are cents and hours
 * hundredths of an hour, for sums of whole numbers do not depend on their order.
 */
export const colonnes = {
  id: "VARCHAR",
  eligible: "BOOLEAN",
  conclu_le: "VARCHAR",
  duree: "VARCHAR",
  nature_contrat: "VARCHAR",
  nature_certification: "VARCHAR",
  niveau: "VARCHAR",
  domaine: "VARCHAR",
  certification: "VARCHAR",
  rupture_le: "VARCHAR",
  phase: "VARCHAR",
  anciennete: "VARCHAR",
  initiative: "VARCHAR",
  recevabilite: "VARCHAR",
  jury_le: "VARCHAR",
  resultat: "VARCHAR",
  fin_parcours: "VARCHAR",
  sexe: "VARCHAR",
  tranche_age: "VARCHAR",
  situation_avant: "VARCHAR",
  inscription: "VARCHAR",
  minimum_social: "VARCHAR",
  rqth: "VARCHAR",
  prioritaire: "VARCHAR",
  niveau_entree: "VARCHAR",
  niveau_sortie: "VARCHAR",
  poursuite: "VARCHAR",
  contrat_travail: "VARCHAR",
  meme_entreprise: "VARCHAR",
  entreprise: "VARCHAR",
  effectif: "VARCHAR",
  secteur: "VARCHAR",
  region: "VARCHAR",
  heures_organisme: "DOUBLE",
  heures_interne: "DOUBLE",
  heures_distance: "DOUBLE",
  heures_afest: "DOUBLE",
  heures_activite: "DOUBLE",
  heures_accompagnement_vae: "DOUBLE",
  cout: "DOUBLE",
  forfait: "DOUBLE",
  depense_conception_coordination: "DOUBLE",
  depense_pedagogique: "DOUBLE",
  depense_accompagnement_vae: "DOUBLE",
  depense_annexes: "DOUBLE",
  depense_tuteur_formation: "DOUBLE",
  depense_tuteur_exercice: "DOUBLE",
  retenu_conception_coordination: "DOUBLE",
  retenu_pedagogique: "DOUBLE",
  retenu_accompagnement_vae: "DOUBLE",
  retenu_annexes: "DOUBLE",
  retenu_tuteur_formation: "DOUBLE",
  retenu_tuteur_exercice: "DOUBLE",
} as const satisfies Record<string, TypeSql>;

type TypeSql = "VARCHAR" | "DOUBLE" | "BOOLEAN";
type Colonnes = typeof colonnes;
interface ValeurDe {
  VARCHAR: string | null;
  DOUBLE: number;
  BOOLEAN: boolean;
}

/** One concluded parcours, with everything the tables ask. */
export type Ligne = { [C in keyof Colonnes]: ValeurDe[Colonnes[C]] };
