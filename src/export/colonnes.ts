/**
 * The columns of a lot (cpro/lot/1): one row a concluded parcours. The manifest repeats them, and a lot with others is refused.
 * `quasi_identifiant`: what somebody who knows the person, the enterprise or an invoice may know too. `sensible`: what they could learn.
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
  certification: quasi("Code de la certification, ou pseudonyme de son intitulé"),
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
  heures_organisme: heures("Heures en organisme"),
  heures_interne: heures("Heures en interne"),
  heures_distance: heures("Heures à distance"),
  heures_afest: heures("Heures d'AFEST"),
  heures_activite: heures("Heures d'activité en entreprise"),
  heures_accompagnement_vae: heures("Heures d'accompagnement VAE"),
  cout: euros("Coût du parcours, somme de ses composantes, en euros"),
  forfait: euros("Forfait"),
  depense_conception_coordination: euros("Dépenses de conception et coordination"),
  depense_pedagogique: euros("Frais pédagogiques"),
  depense_accompagnement_vae: euros("Dépenses d'accompagnement VAE"),
  depense_annexes: euros("Frais annexes"),
  depense_tuteur_formation: euros("Dépenses de formation du tuteur"),
  depense_tuteur_exercice: euros("Dépenses d'exercice du tutorat"),
  retenu_conception_coordination: euros("Conception et coordination, montant retenu"),
  retenu_pedagogique: euros("Frais pédagogiques, montant retenu"),
  retenu_accompagnement_vae: euros("Accompagnement VAE, montant retenu"),
  retenu_annexes: euros("Frais annexes, montant retenu"),
  retenu_tuteur_formation: euros("Formation du tuteur, montant retenu"),
  retenu_tuteur_exercice: euros("Exercice du tutorat, montant retenu"),
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

/** What rows are compared by: bands and half-years, then hours and amounts. */
export const bandes = noms.filter((nom): nom is Bande => colonnes[nom].role === "quasi_identifiant" && colonnes[nom].type === "VARCHAR");
export const mesures = noms.filter((nom): nom is NomDeMesure => colonnes[nom].type === "DOUBLE");
export const quasiIdentifiants: readonly (Bande | NomDeMesure)[] = [...bandes, ...mesures];

export type NomDeMesure = { [C in NomDeColonne]: (typeof colonnes)[C]["type"] extends "DOUBLE" ? C : never }[NomDeColonne];
export type Bande = Exclude<
  { [C in NomDeColonne]: (typeof colonnes)[C]["role"] extends "quasi_identifiant" ? C : never }[NomDeColonne],
  NomDeMesure
>;

/** How finely a number is told, from the finest: every lot is at the first, and `--k` goes further where it must. */
const echelles = { heures: [1, 5, 10, 50], euros: [10, 100, 500, 1000] } as const;

export function pasDe(nom: NomDeMesure): readonly number[] {
  return echelles[colonnes[nom].unite];
}

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
function heures(libelle: string) {
  return { type: "DOUBLE", role: "quasi_identifiant", unite: "heures", libelle } as const;
}
function euros(libelle: string) {
  return { type: "DOUBLE", role: "quasi_identifiant", unite: "euros", libelle } as const;
}
