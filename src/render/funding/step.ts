import type { Amount, FinancementParBases, FinancementParcours } from "../../funding/index.ts";
import { reference } from "../../legal/index.ts";
import { formatDay, monthsInYear } from "../../words/dates.ts";
import { formatFactor } from "../../words/french.ts";
import { montant } from "./montant.ts";

/** The trees to read to know all about a parcours, in the order of the reading. */
export function mainAmounts({ forfait, complement, resteACharge, refinancable, avanceTresorerie }: FinancementParcours): Amount[] {
  return [forfait, complement, resteACharge, refinancable, avanceTresorerie];
}

/** The same of a parcours that is not paid by contract year. */
export function mainAmountsOfBases({ coutReel, forfait, resteACharge, avanceTresorerie }: FinancementParBases): Amount[] {
  return [coutReel, forfait, resteACharge, avanceTresorerie];
}

/** How an amount comes about, with its numbers, in euros; empty for a figure as it was given. */
export function formulaText(amount: Amount): string {
  const { formula } = amount;
  switch (formula?.kind) {
    case undefined:
      return sumText(stepsOf(amount));
    case "ligne":
      return `le ${formatDay(formula.date)}`;
    case "minimum":
      return minimumText(amount);
    case "prorata":
      return `${montant(formula.annuel)} × ${formatFactor(formula.mois)} / ${monthsInYear} mois`;
    case "taux":
      return `${montant(formula.unitaire)} × ${quantite(formula)} ${formula.unite}`;
    case "repartition":
      return `${montant(formula.total)} × ${formatFactor(formula.mois)} / ${formatFactor(formula.duree)} mois`;
    case "report":
      return "";
  }
}

function quantite({ declare, limite }: { declare: number; limite?: number }): string {
  return limite === undefined ? formatFactor(declare) : `min(${formatFactor(declare)} ; ${formatFactor(limite)})`;
}

/** « [décret n° 2023-408, art. 2, II ; …] », or nothing. */
export function articles(references: Amount["references"]): string {
  return references.length === 0 ? "" : `[${references.map((id) => reference(id).titre).join(" ; ")}]`;
}

/** The parts worth a line: those of a minimum all count, those of a sum only when something happened there. */
export function stepsOf({ formula, parts }: Amount): readonly Amount[] {
  return formula === undefined ? parts.filter((part) => !isEmpty(part)) : parts;
}

/** Nothing spent, nothing paid: a ceiling that nothing met says nothing. */
function isEmpty({ cents, formula, parts }: Amount): boolean {
  if (cents !== 0) return false;
  return formula?.kind === "minimum" ? parts.slice(0, 1).every(isEmpty) : parts.every(isEmpty);
}

function minimumText({ cents, parts }: Amount): string {
  const least = `min(${parts.map((part) => montant(part.cents)).join(" ; ")})`;
  if (parts.some((part) => part.cents < 0)) return `max(0 ; ${least})`;
  return cents < 0 ? `− ${least}` : least;
}

function sumText(parts: readonly Amount[]): string {
  if (parts.length < 2) return "";
  const [first = 0, ...others] = parts.map(({ cents }) => cents);
  return others.reduce((text, cents) => `${text} ${cents < 0 ? "−" : "+"} ${montant(Math.abs(cents))}`, montant(first));
}
