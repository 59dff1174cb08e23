import type { FicheProjet } from "../generated/fiche.ts";
import type { Parcours } from "../generated/parcours.ts";
import { firstValue, valueAt } from "../legal/index.ts";
import { addDays, ageOn, type Day } from "../words/dates.ts";

/** A parcours whose contract is concluded: the schema then asks for all that a contract needs. */
export type ParcoursConclu = Parcours &
  Required<Pick<Parcours, "contrat" | "entreprise" | "opco" | "certification" | "tuteur" | "modalites" | "financement">>;

export function isConclu(parcours: Parcours): parcours is ParcoursConclu {
  return parcours.contrat !== undefined;
}

/**
 * Whether the OPCO has refused, by a day, to pay for the contract: it stands, but takes no place under a ceiling. A refusal whose day
 * is not said counts from the conclusion.
 */
export function isRefuse({ contrat }: ParcoursConclu, date: Day): boolean {
  const { sens, le = contrat.conclu_le } = contrat.decision_opco ?? {};
  return sens === "refuse" && le <= date;
}

/** The day whose law governs a contract: its conclusion, or the experiment's first day for one (irregularly) concluded before. */
export function dateDuDroit({ contrat }: Pick<ParcoursConclu, "contrat">): Day {
  const debut = firstValue("experimentation-debut");
  return contrat.conclu_le < debut ? debut : contrat.conclu_le;
}

/** The day whose law governs a fiche: its completeness, else its reception, else the day of the check; never before the experiment. */
export function dateDuDroitFiche({ instruction }: FicheProjet, date: Day): Day {
  const debut = firstValue("experimentation-debut");
  const droit = instruction?.complete_le ?? instruction?.recue_le ?? date;
  return droit < debut ? debut : droit;
}

/** The last day of the action de professionnalisation: the contract's end, or the day of a rupture that comes before it. */
export function dernierJour({ contrat }: Pick<ParcoursConclu, "contrat">): Day {
  const rupture = contrat.rupture?.le ?? contrat.fin;
  return rupture < contrat.fin ? rupture : contrat.fin;
}

/** The first day after the action: periods are counted up to it, last day included. */
export function lendemainDeLaFin(parcours: ParcoursConclu): Day {
  return addDays(dernierJour(parcours), 1);
}

/** All teaching hours, whatever their place and form. */
export function heuresEnseignement({ modalites }: ParcoursConclu): number {
  const { organisme_heures = 0, interne_heures = 0, distance_heures = 0, afest_heures = 0 } = modalites.enseignements;
  return organisme_heures + interne_heures + distance_heures + afest_heures;
}

/** Why a beneficiary is of the priority public; `undefined` when they are not. */
export type MotifPrioritaire = "jeune_sans_diplome" | "inscription" | "minimum_social" | "ex_contrat_aide";

/**
 * The priority public of Code du travail, art. L. 6325-1-1, on the day the contract is concluded: RSA, ASS or AAH, a former
 * contrat aidé, registered as a job-seeker for more than 12 months, or 16–25 without a validated second cycle secondaire nor a
 * professional diploma (a CAP, level 3, is one: only « aucun » counts).
 */
export function motifPrioritaire(parcours: Pick<ParcoursConclu, "beneficiaire" | "contrat">): MotifPrioritaire | undefined {
  const { date_naissance, niveau_entree, mois_inscription = 0, minimum_social, ex_contrat_aide } = parcours.beneficiaire;
  const droit = dateDuDroit(parcours);
  if (minimum_social !== undefined) return "minimum_social";
  if (ex_contrat_aide) return "ex_contrat_aide";
  if (mois_inscription > valueAt("prioritaire-inscription", droit).value) return "inscription";
  const age = ageOn(date_naissance, parcours.contrat.conclu_le);
  const jeune =
    age >= valueAt("prioritaire-age-jeune-minimum", droit).value && age <= valueAt("prioritaire-age-jeune-maximum", droit).value;
  return jeune && niveau_entree === "aucun" ? "jeune_sans_diplome" : undefined;
}

/** Whether hours of AFEST are planned. */
export function isAfest({ modalites }: ParcoursConclu): boolean {
  return (modalites.enseignements.afest_heures ?? 0) > 0;
}

/** Whether the tutor performs the AFEST, whose function is then financed for longer: not when another person is said to be its trainer. */
export function isAfestDuTuteur(parcours: ParcoursConclu): boolean {
  const formateur = parcours.formateur_afest?.identifiant;
  return isAfest(parcours) && (formateur === undefined || formateur === parcours.tuteur.identifiant);
}

/**
 * The day from which the OPCO finances the contract, by a day: its acceptance, or the day after its silence (D. 6325-2). `undefined`
 * while neither is known: not transmitted yet, refused, or decided after that day.
 */
export function accepteLe(parcours: ParcoursConclu, date: Day): Day | undefined {
  const { decision_opco: decision, transmis_opco_le: transmis } = parcours.contrat;
  if (decision !== undefined && decision.le <= date) return decision.sens === "accepte" ? decision.le : undefined;
  if (transmis === undefined) return undefined;
  return addDays(transmis, valueAt("delai-opco-decision", dateDuDroit(parcours)).value + 1);
}

/** Whether the company's tutor has, on the contract's first day, the age that raises the rate of the tutor function (D. 6332-93). */
export function isTuteurAine(parcours: ParcoursConclu): boolean {
  return ageOn(parcours.tuteur.date_naissance, parcours.contrat.debut) >= valueAt("tuteur-exercice-age", dateDuDroit(parcours)).value;
}

/** Whether an expense still waits for its invoice: not the tutor's time, which has none, nor one that is yet to come. */
export function factureManque(depense: ParcoursConclu["financement"]["depenses"][number], date: Day): boolean {
  const { composante, montant, facture, date: le } = depense;
  return facture === undefined && composante !== "tuteur_exercice" && montant > 0 && !(le !== undefined && le > date);
}
