import type { ParcoursConclu } from "../../dossier/faits.ts";
import type { FicheProjet } from "../../generated/fiche.ts";
import { baremeAu } from "../../legal/baremes.ts";
import { addDays, addMonths, type Day } from "../../words/dates.ts";
import { type Cents, toEuros } from "../../words/money.ts";

type Couts = NonNullable<NonNullable<FicheProjet["financement"]>["cout_par_parcours"]>;
type Depense = ParcoursConclu["financement"]["depenses"][number];
export type Public = NonNullable<ParcoursConclu["financement"]["publics"]>[number];

/** What a fiche plans for one parcours. */
interface Plan {
  droit: Day;
  mois: number;
  couts: Couts;
  publics: readonly Public[];
  complement: Cents;
}

/**
 * The parcours that a fiche plans, as a contract that can be financed like any other. Its people are neither of 45 nor of the
 * priority public: the lower rate, for a forecast must not promise what nobody can know yet.
 */
export function parcoursType({ identifiant, opcos, calendrier, modalites }: FicheProjet, plan: Plan): ParcoursConclu {
  const debut = calendrier?.debut !== undefined && calendrier.debut > plan.droit ? calendrier.debut : plan.droit;
  const { organismes: _, ...enseignements } = modalites?.enseignements ?? {};
  const adulte = `${Number(debut.slice(0, 4)) - 30}-01-01`;
  const afest = modalites?.afest?.recours === true;
  return {
    format: "cpro/parcours/1",
    identifiant,
    fiche: identifiant,
    beneficiaire: { date_naissance: adulte, sexe: "femme", departement: "01", situation_avant: "salarie", niveau_entree: 3 },
    entreprise: { denomination: "", siret: "", naf: "", effectif: 0, departement: "01", droit: "prive" },
    opco: opcos?.[0] ?? "akto",
    certification: { nature: "rncp", intitule: "", niveau: 3, domaine: "" },
    contrat: { nature: "cdd", conclu_le: plan.droit, debut, fin: addDays(addMonths(debut, plan.mois), -1), document_annexe: true },
    tuteur: { designe_par: "entreprise", fonction: "salarie", date_naissance: adulte, volontaire: true, experience_annees: 0 },
    modalites: {
      enseignements: { ...enseignements, afest_heures: afest ? (enseignements.afest_heures ?? 1) || 1 : 0 },
      activite_heures: 0,
      accompagnement_vae_heures: modalites?.accompagnement_vae?.heures ?? 0,
    },
    phases: {},
    financement: {
      depenses: depensesPrevues(plan, afest),
      publics: [...plan.publics],
      complement: { montant: toEuros(plan.complement) },
    },
  };
}

/**
 * A fiche has one line for the tutor: the function is counted first, as long as it is financed, then the training; of which nothing is
 * financed, for a fiche declares no hours of it.
 */
function depensesPrevues({ couts, mois, droit }: Plan, isAfest: boolean): Depense[] {
  const { tutorat = 0, ...autres } = couts;
  const { cents, limite } = baremeAu(droit).tuteurExercice({ isMajore: false, isAfest });
  const moisFinances = Math.min(mois, limite.nombre);
  const exercice = Math.min(tutorat, toEuros(cents * moisFinances));
  const formation = toEuros(Math.round((tutorat - exercice) * 100));
  const lignes: Depense[] = [];
  for (const composante of ["conception_coordination", "pedagogique", "accompagnement_vae", "annexes"] as const) {
    const montant = autres[composante];
    if (montant !== undefined && montant > 0) lignes.push({ composante, montant });
  }
  if (exercice > 0) lignes.push({ composante: "tuteur_exercice", montant: exercice, mois: moisFinances });
  if (formation > 0) lignes.push({ composante: "tuteur_formation", montant: formation });
  return lignes;
}
