import { type Equation, equationsOf, type Published } from "./equations.ts";

/** The hidden variables whose exact total a reader can find: by linear algebra, or because nothing else fits whole numbers above their floors. */
export function recomputable(published: Published): Set<string> {
  const equations = equationsOf(published);
  return new Set([...determined(equations), ...squeezed(equations, published.floors)]);
}

/** Another prime than the one that hid. */
const MODULUS = 33554393n;
const modulo = (value: bigint): bigint => ((value % MODULUS) + MODULUS) % MODULUS;

/** Gauss–Jordan: a reduced row with a single unknown gives its value. */
function determined(equations: readonly Equation[]): string[] {
  const rows = new Map<string, Map<string, bigint>>();
  for (const { terms } of equations) {
    const row = new Map([...terms].map(([key, value]) => [key, modulo(BigInt(value))]));
    for (const key of [...row.keys()]) {
      const known = rows.get(key);
      const value = row.get(key);
      if (known !== undefined && value !== undefined) subtract(row, known, value);
    }
    const [pivot] = row.keys();
    if (pivot === undefined) continue;
    normalise(row, pivot);
    for (const other of rows.values()) {
      const value = other.get(pivot);
      if (value !== undefined) subtract(other, row, value);
    }
    rows.set(pivot, row);
  }
  return [...rows].filter(([, row]) => row.size === 1).map(([pivot]) => pivot);
}

function subtract(row: Map<string, bigint>, other: ReadonlyMap<string, bigint>, factor: bigint): void {
  for (const [key, value] of other) {
    const difference = modulo((row.get(key) ?? 0n) - factor * value);
    if (difference === 0n) row.delete(key);
    else row.set(key, difference);
  }
}

function normalise(row: Map<string, bigint>, pivot: string): void {
  const factor = power(row.get(pivot) ?? 1n, MODULUS - 2n);
  for (const [key, value] of row) row.set(key, modulo(value * factor));
}

function power(base: bigint, exponent: bigint): bigint {
  if (exponent === 0n) return 1n;
  const half = power(modulo(base * base), exponent / 2n);
  return exponent % 2n === 1n ? modulo(half * base) : half;
}

/** Bounds pushed from equation to equation until nothing moves: those that meet give a value away. */
function squeezed(equations: readonly Equation[], floors: ReadonlyMap<string, number>): string[] {
  const bounds = new Map<string, [number, number]>();
  for (const { terms } of equations) for (const key of terms.keys()) bounds.set(key, [floors.get(key) ?? 0, Number.POSITIVE_INFINITY]);
  for (let round = 0; round < 50 && equations.map((equation) => tighten(equation, bounds)).includes(true); round += 1);
  return [...bounds].filter(([, [least, most]]) => least >= most).map(([key]) => key);
}

/** What each term may be, given the extremes of the others. */
function tighten({ terms, rest }: Equation, bounds: Map<string, [number, number]>): boolean {
  let moved = false;
  const extreme = (key: string, coefficient: number, side: 0 | 1): number => {
    const [least, most] = bounds.get(key) ?? [0, Number.POSITIVE_INFINITY];
    return coefficient * (coefficient > 0 === (side === 0) ? least : most);
  };
  for (const [key, coefficient] of terms) {
    const [least, most] = bounds.get(key) ?? [0, Number.POSITIVE_INFINITY];
    let [low, high] = [0, 0];
    for (const [other, value] of terms) {
      if (other === key) continue;
      low += extreme(other, value, 0);
      high += extreme(other, value, 1);
    }
    const [a, b] = [(rest - high) / coefficient, (rest - low) / coefficient];
    const next: [number, number] = [Math.max(least, Math.min(a, b)), Math.min(most, Math.max(a, b))];
    if (next[0] > least || next[1] < most) moved = true;
    bounds.set(key, next);
  }
  return moved;
}
