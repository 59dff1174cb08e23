import type { Funding } from "../../funding/funding.ts";
import {
  type Amount,
  chargeDe,
  composantes,
  type FinancementParBases,
  type FinancementParcours,
  type ForfaitAnnuel,
  lectures,
  nomsDesComposantes,
  tropPercuDe,
} from "../../funding/index.ts";
import { reference } from "../../legal/index.ts";
import { formatEuros, toEuros } from "../../words/money.ts";
import { type Cell, csv } from "../csv.ts";
import { formulaText, mainAmounts, mainAmountsOfBases, stepsOf } from "./step.ts";

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
  const contrats = funding.parcours.flatMap((one) => one.annees.map((annee) => ligne(funding, one, annee)));
  if (funding.autres.length === 0) return csv(headers, contrats);
  const vides = nomsDesComposantes.flatMap(() => [undefined, undefined, undefined]);
  const autres = funding.autres.map((one) => ligneParBases(one, vides));
  return csv([...headers, "Dispositif", "Bases", "Manque"], [...contrats, ...autres]);
}

/** What does not go by contract year, in the columns that it fills; what each base comes to in the last ones. */
function ligneParBases(one: FinancementParBases, composantesVides: readonly Cell[]): Cell[] {
  const { identifiant, fiche, opco, motifs, coutReel, forfait, financementsPublics, verse, avanceTresorerie, aRendre } = one;
  const couvert = [financementsPublics.cents, 0, chargeDe(one), tropPercuDe(one)].map(toEuros);
  return [
    identifiant,
    fiche,
    opco,
    motifs.length === 0 ? "oui" : "non",
    motifs.join(", "),
    ...Array.from<undefined>({ length: 4 }),
    ...composantesVides,
    euros(coutReel),
    ...Array.from<undefined>({ length: 3 }),
    euros(forfait),
    ...couvert,
    undefined,
    ...[verse.cents, avanceTresorerie.cents, aRendre].map(toEuros),
    undefined,
    one.libelle,
    one.bases.map(({ montant, payePar }) => `${montant.label} : ${formatEuros(montant.cents)} (${payePar})`).join(" ; "),
    one.manques.join(" ; "),
  ];
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
export function explainedCsv({ parcours, autres }: Funding): string {
  const arbres = [
    ...parcours.map((one) => ({ one, amounts: mainAmounts(one) })),
    ...autres.map((one) => ({ one, amounts: mainAmountsOfBases(one) })),
  ];
  const rows = arbres.flatMap(({ one, amounts }) => amounts.flatMap((amount) => etapes(one.identifiant, amount, 1)));
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
