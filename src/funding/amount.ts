import type { Reference, ReferenceId } from "../legal/index.ts";
import type { Day } from "../words/dates.ts";
import { type Cents, prorata } from "../words/money.ts";

/** A source of law by its name, or one that a dispositif brings. */
export type Source = ReferenceId | Reference;

/**
 * An amount with its proof. Everything `funding` shows is a node of such a tree, so that no figure has to be computed again to be explained.
 * With parts and no formula, it is the sum of its parts; with neither, a figure as the files or the law give it.
 */
export interface Amount {
  label: string;
  cents: Cents;
  formula?: Formula;
  /** The articles behind this step, not those of its parts. */
  references: readonly Source[];
  parts: readonly Amount[];
}

/** How an amount comes about when it is not a plain sum: the numbers are kept, renderers word them. */
export type Formula =
  /** A dated line of the file. */
  | { kind: "ligne"; date: Day }
  /** The least of the parts, never below 0; counted negatively when the amount is a deduction. */
  | { kind: "minimum" }
  /** A figure for a year × months / 12. */
  | { kind: "prorata"; annuel: Cents; mois: number }
  /** A figure for each hour or month × those declared, up to a limit where there is one. */
  | Taux
  /** Undated lines × the months of the year / those of the contract, the cents going to the largest remainders. */
  | { kind: "repartition"; total: Cents; mois: number; duree: number }
  /** An amount explained at another place of the tree, taken over with its sign or the opposite one. */
  | { kind: "report" };

interface Taux {
  kind: "taux";
  unitaire: Cents;
  declare: number;
  limite?: number;
  unite: string;
}

// Hundreds of thousands of amounts share these.
const none: readonly never[] = [];
const minimum: Formula = { kind: "minimum" };
const report: Formula = { kind: "report" };

export function figure(label: string, cents: Cents, references: readonly Source[] = none, formula?: Formula): Amount {
  return formula === undefined ? { label, cents, references, parts: none } : { label, cents, formula, references, parts: none };
}

/** So many units at a figure for each, half up to the cent. */
export function auTaux(label: string, taux: Omit<Taux, "kind">): Amount {
  const { unitaire, declare, limite = declare } = taux;
  return figure(label, prorata(unitaire, Math.min(declare, limite)), none, { kind: "taux", ...taux });
}

export function sum(label: string, parts: readonly Amount[], references: readonly Source[] = none): Amount {
  return { label, cents: total(parts), references, parts };
}

/** The least of two amounts, never below 0. */
export function least(label: string, parts: readonly [Amount, Amount], references: readonly Source[] = none): Amount {
  const cents = Math.max(0, Math.min(parts[0].cents, parts[1].cents));
  return { label, cents, formula: minimum, references, parts };
}

/** {@link least}, counted negatively: what is taken off. */
export function lessLeast(label: string, parts: readonly [Amount, Amount], references: readonly Source[] = none): Amount {
  const amount = least(label, parts, references);
  return { ...amount, cents: 0 - amount.cents };
}

/** The same amount at a second place of the tree, without its parts. */
export function again({ label, cents }: Amount): Amount {
  return { label, cents, formula: report, references: none, parts: none };
}

/** {@link again}, taken off. */
export function minus({ label, cents }: Amount): Amount {
  return { label, cents: 0 - cents, formula: report, references: none, parts: none };
}

function total(amounts: readonly Amount[]): Cents {
  let cents = 0;
  for (const amount of amounts) cents += amount.cents;
  return cents;
}
