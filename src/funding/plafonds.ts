import { isAfestDuTuteur, isTuteurAine, motifPrioritaire, type ParcoursConclu } from "../dossier/faits.ts";
import { auProrata, auTaux, type Bareme, type Montant, type Taux } from "../legal/baremes.ts";
import { ageOn, monthsInYear } from "../words/dates.ts";
import { type Amount, figure, sum } from "./amount.ts";
import type { AnneeContrat } from "./annees.ts";
import type { Composante } from "./composantes.ts";
import type { Lecture } from "./lectures.ts";

/** A component's ceiling: one for each contract year, or one that the years consume in their order. */
export type Plafond = { par: "annee"; montants: Amount[] } | { par: "parcours"; montant: Amount };

/**
 * What the contracts that a renewal follows have kept of the ceilings that it shares with them, taken off: both make one parcours
 * individuel (cahier des charges, § 3).
 */
export type DejaRetenu = Readonly<Record<"conception_coordination" | "accompagnement_vae" | "annexes", readonly Amount[]>>;

/** The ceiling of a component for a contract, at the figures in force on the day that governs it (`bareme`). */
export function plafondDe(
  composante: Composante,
  parcours: ParcoursConclu,
  annees: readonly AnneeContrat[],
  deja: DejaRetenu | undefined,
  bareme: Bareme,
): Plafond {
  switch (composante) {
    case "pedagogique":
      return { par: "annee", montants: annees.map(({ mois }) => reduit("Plafond", bareme.pedagogique, mois)) };
    case "conception_coordination":
    case "accompagnement_vae":
    case "annexes":
      return { par: "parcours", montant: restant(bareme.fixes[composante], deja?.[composante]) };
    case "tuteur_formation":
      return { par: "parcours", montant: plafondFormationTuteur(parcours, bareme) };
    case "tuteur_exercice":
      return { par: "parcours", montant: plafondExerciceTuteur(parcours, bareme) };
  }
}

function restant({ cents, references }: Montant, deja: readonly Amount[] = []): Amount {
  const plafond = figure("Plafond", cents, references);
  return deja.length === 0 ? plafond : sum("Plafond restant", [plafond, ...deja]);
}

/** The annual ceiling of a contract year; a reading may reduce that of a short year in proportion to its months. */
export function plafondAnnuel({ mois }: AnneeContrat, { plafond_annee_courte }: Lecture, { annuel }: Bareme): Amount {
  const { cents, references } = annuel;
  if (plafond_annee_courte.valeur === "entier" || mois === monthsInYear) return figure("Plafond annuel", cents, references);
  return { ...reduit("Plafond annuel au prorata", annuel, mois), references: [...references, ...plafond_annee_courte.references] };
}

function reduit(label: string, annuel: Montant, mois: number): Amount {
  return figure(label, auProrata(annuel, mois), annuel.references, { kind: "prorata", annuel: annuel.cents, mois });
}

/** The hours of all lines together, up to the limit; a line without hours opens no right. */
function plafondFormationTuteur(parcours: ParcoursConclu, { tuteurFormation }: Bareme): Amount {
  return aRaison("Plafond", tuteurFormation, declares(parcours, "tuteur_formation", "heures"), "heures");
}

/**
 * The months of all lines together, up to the limit; a line without months opens no right. The rate is raised by the age of the
 * company's tutor on the contract's first day (not that of a groupement's second tutor) or by the priority public.
 */
function plafondExerciceTuteur(parcours: ParcoursConclu, bareme: Bareme): Amount {
  const [isAine, isPrioritaire] = [isTuteurAine(parcours), motifPrioritaire(parcours) !== undefined];
  const taux = bareme.tuteurExercice({ isMajore: isAine || isPrioritaire, isAfest: isAfestDuTuteur(parcours) });
  const mois = declares(parcours, "tuteur_exercice", "mois");
  if (isAine)
    return aRaison(`Plafond majoré, tuteur de ${ageOn(parcours.tuteur.date_naissance, parcours.contrat.debut)} ans`, taux, mois, "mois");
  if (!isPrioritaire) return aRaison("Plafond", taux, mois, "mois");
  const prioritaire = { ...taux, references: [...taux.references, "ct-l6325-1-1" as const] };
  return aRaison("Plafond majoré, public prioritaire", prioritaire, mois, "mois");
}

function aRaison(label: string, taux: Taux, declare: number, unite: "heures" | "mois"): Amount {
  const { cents: unitaire, limite } = taux;
  const references = [...new Set([...taux.references, limite.reference])];
  return figure(label, auTaux(taux, declare), references, { kind: "taux", unitaire, declare, limite: limite.nombre, unite });
}

function declares({ financement }: ParcoursConclu, composante: Composante, unite: "heures" | "mois"): number {
  let sum = 0;
  for (const ligne of financement.depenses) if (ligne.composante === composante) sum += ligne[unite] ?? 0;
  return sum;
}
