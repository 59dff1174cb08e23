import type { Funding } from "../../funding/funding.ts";
import {
  type Amount,
  chargeDe,
  composantes,
  type FinancementParcours,
  type ForfaitAnnuel,
  lectures,
  nomsDesComposantes,
  tropPercuDe,
} from "../../funding/index.ts";
import { reference } from "../../legal/index.ts";
import { toEuros } from "../../words/money.ts";
import { type Cell, csv } from "../csv.ts";
import { formulaText, mainAmounts, stepsOf } from "./step.ts";

const duParcours = [
  "Financements publics",
  "Complément",
  "Reste à charge",
  "Trop-perçu",
  "Refinançable",
  "Versé par l'OPCO",
  "Avance de trésorerie",
  "À rendre",
] as const;

/**
 * One row a contract year. The amounts of the whole parcours stand on its first row only, so that each column adds up to its total
 * in a spreadsheet.
 */
export function fundingCsv(funding: Funding): string {
  const headers = ["Parcours", "Fiche projet", "OPCO", "Éligible", "Motifs", "Année de contrat", "Début", "Fin", "Mois"];
  for (const nom of nomsDesComposantes) {
    for (const quoi of ["dépensé", "plafond", "retenu"]) headers.push(`${composantes[nom].libelle} : ${quoi}`);
  }
  headers.push("Coût réel", "Plafond annuel", "Forfait brut", "Déduction publique", "Forfait", ...duParcours, "Lecture");
  return csv(
    headers,
    funding.parcours.flatMap((one) => one.annees.map((annee) => ligne(funding, one, annee))),
  );
}

function ligne({ lecture }: Funding, one: FinancementParcours, annee: ForfaitAnnuel): Cell[] {
  const { identifiant, fiche, opco, motifs, financementsPublics, complement, refinancable, verse, avanceTresorerie } = one;
  const montants = nomsDesComposantes.map((nom) => annee.composantes[nom]);
  const cout = montants.reduce((sum, { depense }) => sum + depense.cents, 0);
  const couvert = [financementsPublics.cents, complement.cents, chargeDe(one), tropPercuDe(one)];
  const premiere = [...couvert, refinancable.cents, verse.cents, avanceTresorerie.cents, one.aRendre];
  return [
    identifiant,
    fiche,
    opco,
    motifs.length === 0 ? "oui" : "non",
    motifs.join(", "),
    annee.annee,
    annee.debut,
    annee.fin,
    Number(annee.mois.toFixed(6)),
    ...montants.flatMap(({ depense, plafond, retenu }) => [euros(depense), euros(plafond), euros(retenu)]),
    toEuros(cout),
    ...[annee.plafond, annee.forfaitBrut, annee.deduction, annee.forfait].map(euros),
    ...premiere.map((cents) => (annee.annee === 1 ? toEuros(cents) : undefined)),
    lectures[lecture].titre,
  ];
}

/** One row a step of the explanation, its level first. */
export function explainedCsv({ parcours }: Funding): string {
  const rows = parcours.flatMap((one) => mainAmounts(one).flatMap((amount) => etapes(one.identifiant, amount, 1)));
  return csv(["Parcours", "Niveau", "Étape", "Montant", "Calcul", "Textes"], rows);
}

function etapes(parcours: string, amount: Amount, niveau: number): Cell[][] {
  const textes = amount.references.map((id) => reference(id).titre).join(" ; ");
  const row = [parcours, niveau, amount.label, euros(amount), formulaText(amount), textes];
  return [row, ...stepsOf(amount).flatMap((part) => etapes(parcours, part, niveau + 1))];
}

function euros({ cents }: Amount): number {
  return toEuros(cents);
}
