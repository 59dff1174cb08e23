import { ageOn, monthsInYear } from "../dates.ts";
import { dateDuDroit, motifPrioritaire, type ParcoursConclu } from "../dossier/faits.ts";
import { type ParameterName, type ReferenceId, valueAt } from "../legal.ts";
import { type Cents, prorata, toCents } from "../money.ts";
import { type Amount, figure } from "./amount.ts";
import type { AnneeContrat } from "./annees.ts";
import type { Composante } from "./composantes.ts";
import type { Lecture } from "./lectures.ts";

/** A component's ceiling: one for each contract year, or one that the years consume in their order. */
export type Plafond = { par: "annee"; montants: Amount[] } | { par: "parcours"; montant: Amount };

/** The ceiling of a component for a contract, at the figures in force on the day that governs it. */
export function plafondDe(composante: Composante, parcours: ParcoursConclu, annees: readonly AnneeContrat[]): Plafond {
  switch (composante) {
    case "pedagogique":
      return { par: "annee", montants: annees.map((annee) => plafondPedagogique(parcours, annee)) };
    case "conception_coordination":
      return { par: "parcours", montant: plafondForfaitaire("plafond-conception-coordination", parcours) };
    case "accompagnement_vae":
      return { par: "parcours", montant: plafondForfaitaire("plafond-accompagnement-vae", parcours) };
    case "annexes":
      return { par: "parcours", montant: plafondForfaitaire("plafond-annexes", parcours) };
    case "tuteur_formation":
      return { par: "parcours", montant: plafondFormationTuteur(parcours) };
    case "tuteur_exercice":
      return { par: "parcours", montant: plafondExerciceTuteur(parcours) };
  }
}

/** The annual ceiling of a contract year; a reading may reduce that of a short year in proportion to its months. */
export function plafondAnnuel(parcours: ParcoursConclu, { mois }: AnneeContrat, { plafond_annee_courte }: Lecture): Amount {
  const { cents, references } = enCents("plafond-annuel", parcours);
  if (plafond_annee_courte.valeur === "entier" || mois === monthsInYear) return figure("Plafond annuel", cents, references);
  const both = [...references, ...plafond_annee_courte.references];
  return figure("Plafond annuel au prorata", prorata(cents, mois / monthsInYear), both, { kind: "prorata", annuel: cents, mois });
}

function plafondPedagogique(parcours: ParcoursConclu, { mois }: AnneeContrat): Amount {
  const { cents, references } = enCents("plafond-pedagogique", parcours);
  return figure("Plafond", prorata(cents, mois / monthsInYear), references, { kind: "prorata", annuel: cents, mois });
}

function plafondForfaitaire(name: ParameterName, parcours: ParcoursConclu): Amount {
  const { cents, references } = enCents(name, parcours);
  return figure("Plafond", cents, references);
}

/** The hours of all lines together, up to the limit; a line without hours opens no right. */
function plafondFormationTuteur(parcours: ParcoursConclu): Amount {
  const { cents: unitaire, references } = enCents("tuteur-formation-taux", parcours);
  const limite = valueAt("tuteur-formation-heures", dateDuDroit(parcours)).value;
  const declare = declares(parcours, "tuteur_formation", "heures");
  const cents = prorata(unitaire, Math.min(declare, limite));
  return figure("Plafond", cents, references, { kind: "taux", unitaire, declare, limite, unite: "heures" });
}

/** The months of all lines together, up to the limit, that AFEST hours in the contract raise; a line without months opens no right. */
function plafondExerciceTuteur(parcours: ParcoursConclu): Amount {
  const droit = dateDuDroit(parcours);
  const taux = tauxExerciceTuteur(parcours);
  const isAfest = (parcours.modalites.enseignements.afest_heures ?? 0) > 0;
  const { value: limite, reference } = valueAt(isAfest ? "tuteur-exercice-mois-afest" : "tuteur-exercice-mois", droit);
  const declare = declares(parcours, "tuteur_exercice", "mois");
  const cents = prorata(taux.cents, Math.min(declare, limite));
  const references = [...new Set([...taux.references, reference])];
  return figure(taux.label, cents, references, { kind: "taux", unitaire: taux.cents, declare, limite, unite: "mois" });
}

/** The rate is raised by the age of the company's tutor on the contract's first day (not that of a groupement's second tutor) or by the priority public. */
function tauxExerciceTuteur(parcours: ParcoursConclu): { label: string; cents: Cents; references: readonly ReferenceId[] } {
  const age = ageOn(parcours.tuteur.date_naissance, parcours.contrat.debut);
  const isAine = age >= valueAt("tuteur-exercice-age", dateDuDroit(parcours)).value;
  const isPrioritaire = motifPrioritaire(parcours) !== undefined;
  const { cents, references } = enCents(isAine || isPrioritaire ? "tuteur-exercice-taux-majore" : "tuteur-exercice-taux", parcours);
  if (isAine) return { label: `Plafond majoré, tuteur de ${age} ans`, cents, references };
  if (isPrioritaire) return { label: "Plafond majoré, public prioritaire", cents, references: [...references, "ct-l6325-1-1"] };
  return { label: "Plafond", cents, references };
}

function declares({ financement }: ParcoursConclu, composante: Composante, unite: "heures" | "mois"): number {
  return financement.depenses.reduce((sum, ligne) => (ligne.composante === composante ? sum + (ligne[unite] ?? 0) : sum), 0);
}

function enCents(name: ParameterName, parcours: ParcoursConclu): { cents: Cents; references: readonly ReferenceId[] } {
  const { value, reference } = valueAt(name, dateDuDroit(parcours));
  return { cents: toCents(Number(value)), references: [reference] };
}
