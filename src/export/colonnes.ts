/**
 * The columns of a lot (cpro/lot/1): one row a concluded parcours. The manifest repeats them, and a lot with others is refused.
 * `quasi_identifiant`: what somebody who knows the person or the enterprise may know too. `sensible`: what they could learn.
 */
export const colonnes = {
  id: pseudonyme("Pseudonyme du parcours, le même d'un semestre à l'autre"),
  entreprise: quasi("Pseudonyme de l'entreprise"),
  conclu_le: quasi("Semestre de conclusion du contrat"),
  duree: quasi("Durée du contrat, par tranche"),
  nature_contrat: quasi("Nature du contrat"),
  nature_certification: quasi("Nature de la certification"),
  niveau: quasi("Niveau de la certification"),
  domaine: quasi("Domaine professionnel, s'il est de ceux de la fiche projet"),
  certification: quasi("Code de la certification, ou empreinte de son intitulé"),
  sexe: quasi("Sexe"),
  tranche_age: quasi("Âge à la conclusion, par tranche"),
  situation_avant: quasi("Demandeur d'emploi avant le contrat, ou autre"),
  niveau_entree: quasi("Niveau de qualification à l'entrée"),
  effectif: quasi("Effectif de l'entreprise, par tranche"),
  secteur: quasi("Secteur de l'entreprise (section NAF)"),
  region: quasi("Région de l'entreprise"),
  eligible: { type: "BOOLEAN", role: "sensible", libelle: "Éligible au financement" },
  rupture_le: sensible("Semestre de la rupture"),
  phase: sensible("Phase atteinte à la rupture"),
  anciennete: sensible("Ancienneté à la rupture, par tranche"),
  initiative: sensible("Initiative de la rupture"),
  recevabilite: sensible("Recevabilité à la rupture"),
  jury_le: sensible("Semestre du jury"),
  resultat: sensible("Décision du jury"),
  fin_parcours: sensible("Semestre de la fin du parcours"),
  inscription: sensible("Durée d'inscription, par tranche (demandeurs d'emploi)"),
  minimum_social: sensible("Minimum social (demandeurs d'emploi)"),
  rqth: sensible("Travailleur handicapé (demandeurs d'emploi)"),
  prioritaire: sensible("Public prioritaire (demandeurs d'emploi)"),
  niveau_sortie: sensible("Niveau à la sortie (parcours terminés)"),
  poursuite: sensible("Poursuite en formation (parcours terminés)"),
  contrat_travail: sensible("Contrat de travail à l'issue (parcours terminés)"),
  meme_entreprise: sensible("Embauche dans l'entreprise (parcours terminés)"),
  heures_organisme: nombre("Heures en organisme"),
  heures_interne: nombre("Heures en interne"),
  heures_distance: nombre("Heures à distance"),
  heures_afest: nombre("Heures d'AFEST"),
  heures_activite: nombre("Heures d'activité en entreprise"),
  heures_accompagnement_vae: nombre("Heures d'accompagnement VAE"),
  cout: nombre("Coût du parcours, somme de ses composantes, en euros"),
  forfait: nombre("Forfait, à 10 euros près"),
  depense_conception_coordination: nombre("Dépenses de conception et coordination, à 10 euros près"),
  depense_pedagogique: nombre("Frais pédagogiques, à 10 euros près"),
  depense_accompagnement_vae: nombre("Dépenses d'accompagnement VAE, à 10 euros près"),
  depense_annexes: nombre("Frais annexes, à 10 euros près"),
  depense_tuteur_formation: nombre("Dépenses de formation du tuteur, à 10 euros près"),
  depense_tuteur_exercice: nombre("Dépenses d'exercice du tutorat, à 10 euros près"),
  retenu_conception_coordination: nombre("Conception et coordination, montant retenu à 10 euros près"),
  retenu_pedagogique: nombre("Frais pédagogiques, montant retenu à 10 euros près"),
  retenu_accompagnement_vae: nombre("Accompagnement VAE, montant retenu à 10 euros près"),
  retenu_annexes: nombre("Frais annexes, montant retenu à 10 euros près"),
  retenu_tuteur_formation: nombre("Formation du tuteur, montant retenu à 10 euros près"),
  retenu_tuteur_exercice: nombre("Exercice du tutorat, montant retenu à 10 euros près"),
} as const;

export type NomDeColonne = keyof typeof colonnes;
interface ValeurDe {
  VARCHAR: string | null;
  DOUBLE: number;
  BOOLEAN: boolean;
}

/** A row of a lot; before it is one, the same columns with days, cents and hundredths of an hour. */
export type LigneDeLot = { [C in NomDeColonne]: ValeurDe[(typeof colonnes)[C]["type"]] };

export const noms = Object.keys(colonnes) as NomDeColonne[];

/** What rows are compared by; the rest is what somebody could learn. */
export const quasiIdentifiants = noms.filter((nom): nom is QuasiIdentifiant => colonnes[nom].role === "quasi_identifiant");
export type QuasiIdentifiant = {
  [C in NomDeColonne]: (typeof colonnes)[C]["role"] extends "quasi_identifiant" ? C : never;
}[NomDeColonne];

/** What is left out. */
export const NON_CONNU = "non_connu";

function pseudonyme(libelle: string) {
  return { type: "VARCHAR", role: "pseudonyme", libelle } as const;
}
function quasi(libelle: string) {
  return { type: "VARCHAR", role: "quasi_identifiant", libelle } as const;
}
function sensible(libelle: string) {
  return { type: "VARCHAR", role: "sensible", libelle } as const;
}
function nombre(libelle: string) {
  return { type: "DOUBLE", role: "mesure", libelle } as const;
}
