import { grouped } from "./french.ts";

/** Integer cents. Euros exist only in files and on screens. */
export type Cents = number;

/** Euros of a file to cents, e.g. 12.35 → 1235. A third decimal is refused by the rule `montant-centimes`; here it is rounded. */
export function toCents(euros: number): Cents {
  return toWhole(euros * 100, 4);
}

/** Binary fractions are off by far less than this, and rounding them to a few decimals first cannot carry a number further. */
const ALMOST = 0.4;

/** Half up to a whole number, a hair under a half being a half: so many decimals are kept before. Most numbers are not near a half. */
function toWhole(exact: number, decimals: number): number {
  const near = Math.round(exact);
  return Math.abs(exact - near) < ALMOST ? near : Math.round(Number(exact.toFixed(decimals)));
}

/** The amounts of some lines of a file, summed to the cent. */
export function sumOf(lignes: readonly { montant: number }[]): Cents {
  return lignes.reduce((total, { montant }) => total + toCents(montant), 0);
}

/** Cents to the euros of a JSON result, e.g. 1235 → 12.35. */
export function toEuros(cents: Cents): number {
  return cents / 100;
}

/**
 * `cents` × `part`, half up to the cent. Six decimals are kept before rounding, so that 0.5 reached through binary fractions rounds up:
 * 9 000 € × 101/192 is exactly 4 734,375 €, which a double holds as a hair less.
 */
export function prorata(cents: Cents, part: number): Cents {
  return toWhole(cents * part, 6);
}

const MILLIONTHS = 1e6;

/** Splits `total` in proportion to `weights`, to the cent: largest remainder, ties to the earlier place; a credit as the debt it takes off. */
export function spread(total: Cents, weights: readonly number[]): Cents[] {
  if (total < 0) return spread(-total, weights).map((share) => 0 - share);
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? total : 0));
  const exact = weights.map((weight) => Number(((total * weight) / sum).toFixed(6)));
  const shares = exact.map(Math.floor);
  const missing = total - shares.reduce((a, b) => a + b, 0);
  // Remainders that are equal must be seen so: the binary fractions of 1374.666667 and 343.666667 are not.
  const byRemainder = exact
    .map((value, index) => ({ index, rest: Math.round((value - Math.floor(value)) * MILLIONTHS) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** « 1 234,50 € », as the French locale writes it; a formatter of the engine costs a start twenty milliseconds, and each amount ten times more. */
export function formatEuros(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${grouped(digits.slice(0, -2))},${digits.slice(-2)}${NO_BREAK_SPACE}€`;
}

const NO_BREAK_SPACE = "\u00a0";
