import { dateDuDroit, isAfestDuTuteur, isTuteurAine, motifPrioritaire, type ParcoursConclu } from "../dossier/faits.ts";
import { ageOn, monthsInYear } from "../words/dates.ts";
import { prorata } from "../words/money.ts";
import { type Amount, figure, sum } from "./amount.ts";
import type { AnneeContrat } from "./annees.ts";
import { type Bareme, baremeAu } from "./bareme.ts";
import type { Composante } from "./composantes.ts";
import type { Lecture } from "./lectures.ts";

/** A component's ceiling: one for each contract year, or one that the years consume in their order. */
export type Plafond = { par: "annee"; montants: Amount[] } | { par: "parcours"; montant: Amount };

/**
 * What the contracts that a renewal follows have kept of the ceilings that it shares with them, taken off: both make one parcours
 * individuel (cahier des charges, § 3).
 */
export type DejaRetenu = Readonly<Record<"conception_coordination" | "accompagnement_vae" | "annexes", readonly Amount[]>>;

/** The ceiling of a component for a contract, at the figures in force on the day that governs it. */
export function plafondDe(
  composante: Composante,
  parcours: ParcoursConclu,
  annees: readonly AnneeContrat[],
  deja: DejaRetenu | undefined,
): Plafond {
  const bareme = baremeAu(dateDuDroit(parcours));
  switch (composante) {
    case "pedagogique":
      return { par: "annee", montants: annees.map((annee) => auProrata("Plafond", bareme.pedagogique, annee)) };
    case "conception_coordination":
      return { par: "parcours", montant: restant(bareme.conceptionCoordination, deja?.conception_coordination) };
    case "accompagnement_vae":
      return { par: "parcours", montant: restant(bareme.accompagnementVae, deja?.accompagnement_vae) };
    case "annexes":
      return { par: "parcours", montant: restant(bareme.annexes, deja?.annexes) };
    case "tuteur_formation":
      return { par: "parcours", montant: plafondFormationTuteur(parcours, bareme) };
    case "tuteur_exercice":
      return { par: "parcours", montant: plafondExerciceTuteur(parcours, bareme) };
  }
}

function restant(plafond: Amount, deja: readonly Amount[] = []): Amount {
  return deja.length === 0 ? plafond : sum("Plafond restant", [plafond, ...deja]);
}

/** The annual ceiling of a contract year; a reading may reduce that of a short year in proportion to its months. */
export function plafondAnnuel(parcours: ParcoursConclu, annee: AnneeContrat, { plafond_annee_courte }: Lecture): Amount {
  const { annuel } = baremeAu(dateDuDroit(parcours));
  if (plafond_annee_courte.valeur === "entier" || annee.mois === monthsInYear) return annuel;
  const reduit = auProrata("Plafond annuel au prorata", annuel, annee);
  return { ...reduit, references: [...annuel.references, ...plafond_annee_courte.references] };
}

function auProrata(label: string, { cents, references }: Amount, { mois }: AnneeContrat): Amount {
  return figure(label, prorata(cents, mois / monthsInYear), references, { kind: "prorata", annuel: cents, mois });
}

/** The hours of all lines together, up to the limit; a line without hours opens no right. */
function plafondFormationTuteur(parcours: ParcoursConclu, { tuteurFormation, tuteurFormationHeures: { nombre: limite } }: Bareme): Amount {
  const { label, cents: unitaire, references } = tuteurFormation;
  const declare = declares(parcours, "tuteur_formation", "heures");
  const cents = prorata(unitaire, Math.min(declare, limite));
  return figure(label, cents, references, { kind: "taux", unitaire, declare, limite, unite: "heures" });
}

/** The months of all lines together, up to the limit, which is raised when the tutor performs the AFEST; a line without months opens no right. */
function plafondExerciceTuteur(parcours: ParcoursConclu, bareme: Bareme): Amount {
  const { label, cents: unitaire, references } = tauxExerciceTuteur(parcours, bareme);
  const { nombre: limite, reference } = isAfestDuTuteur(parcours) ? bareme.tuteurExerciceMoisAfest : bareme.tuteurExerciceMois;
  const declare = declares(parcours, "tuteur_exercice", "mois");
  const cents = prorata(unitaire, Math.min(declare, limite));
  const both = references.includes(reference) ? references : [...references, reference];
  return figure(label, cents, both, { kind: "taux", unitaire, declare, limite, unite: "mois" });
}

/** The rate is raised by the age of the company's tutor on the contract's first day (not that of a groupement's second tutor) or by the priority public. */
function tauxExerciceTuteur(parcours: ParcoursConclu, { tuteurExercice, tuteurExerciceMajore: majore }: Bareme): Amount {
  if (isTuteurAine(parcours)) {
    const age = ageOn(parcours.tuteur.date_naissance, parcours.contrat.debut);
    return { ...majore, label: `${majore.label}, tuteur de ${age} ans` };
  }
  if (motifPrioritaire(parcours) === undefined) return tuteurExercice;
  return { ...majore, label: `${majore.label}, public prioritaire`, references: [...majore.references, "ct-l6325-1-1"] };
}

function declares({ financement }: ParcoursConclu, composante: Composante, unite: "heures" | "mois"): number {
  let sum = 0;
  for (const ligne of financement.depenses) if (ligne.composante === composante) sum += ligne[unite] ?? 0;
  return sum;
}
