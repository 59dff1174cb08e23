import { type Cents, toEuros } from "../../words/money.ts";

const format = new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** « 1 234,50 », for columns and sums whose unit is said once. */
export function montant(cents: Cents): string {
  return format.format(toEuros(cents));
}
