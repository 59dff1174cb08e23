/** Integer cents. Euros exist only in files and on screens. */
export type Cents = number;

/** Euros of a file to cents, e.g. 12.35 → 1235. A third decimal is refused by the rule `montant-centimes`; here it is rounded. */
export function toCents(euros: number): Cents {
  const cents = euros * 100;
  return Number.isInteger(cents) ? cents : Math.round(Number(cents.toFixed(4)));
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
  const exact = cents * part;
  return Number.isInteger(exact) ? exact : Math.round(Number(exact.toFixed(6)));
}

/** Splits `total` in proportion to `weights`, to the cent: largest remainder, ties to the earlier place. */
export function spread(total: Cents, weights: readonly number[]): Cents[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? total : 0));
  const exact = weights.map((weight) => Number(((total * weight) / sum).toFixed(6)));
  const shares = exact.map(Math.floor);
  const missing = total - shares.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** « 1 234,50 € », as the French locale writes it; a formatter of the engine costs a start twenty milliseconds, and each amount ten times more. */
export function formatEuros(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const grouped = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE);
  return `${cents < 0 ? "-" : ""}${grouped},${digits.slice(-2)}${NO_BREAK_SPACE}€`;
}

const [NARROW_SPACE, NO_BREAK_SPACE] = ["\u202f", "\u00a0"];
