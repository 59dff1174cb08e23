/** Exact rationals: a numerator and a positive denominator. Nothing here is rounded unless it says so. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

export const fraction = (num: bigint, den = 1n): Fraction => (den < 0n ? { num: -num, den: -den } : { num, den });
export const entier = (n: number): Fraction => fraction(BigInt(n));
export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den + b.num * a.den, a.den * b.den);
export const fois = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.num, a.den * b.den);
export const divise = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den, a.den * b.num);
export const compare = (a: Fraction, b: Fraction): number => Number(a.num * b.den - b.num * a.den);
export const moindre = (a: Fraction, b: Fraction): Fraction => (a.num * b.den <= b.num * a.den ? a : b);
export const enNombre = ({ num, den }: Fraction): number => Number(num) / Number(den);

/** The largest whole number not above. */
export function plancher({ num, den }: Fraction): bigint {
  const quotient = num / den;
  return num < 0n && quotient * den !== num ? quotient - 1n : quotient;
}

/** To the nearest whole number, halves up. */
export const demiHaut = (valeur: Fraction): bigint => plancher(plus(valeur, fraction(1n, 2n)));

/** What a decimal number of the file says, digit by digit: 0.1 is one tenth. */
export function decimal(valeur: number): Fraction {
  const lu = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(valeur));
  if (!lu) throw new Error(`nombre illisible : ${valeur}`);
  const [, signe = "", unites = "0", decimales = "", exposant = "0"] = lu;
  const num = BigInt(`${signe}${unites}${decimales}`);
  const rang = Number(exposant) - decimales.length;
  return rang >= 0 ? fraction(num * 10n ** BigInt(rang)) : fraction(num, 10n ** BigInt(-rang));
}

/** Euros of the file to cents. */
export const centimes = (euros: number): bigint => demiHaut(fois(decimal(euros), entier(100)));
export const enEuros = (cents: bigint): number => Number(cents) / 100;

export const somme = (valeurs: readonly bigint[]): bigint => valeurs.reduce((total, valeur) => total + valeur, 0n);
export const minimum = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const maximum = (a: bigint, b: bigint): bigint => (a > b ? a : b);
