/** A prime below 2^26: the product of two residues is exact in a double. Exact arithmetic modulo it can only hide too much, never too little. */
export const PRIME = 67108859;

/** A sparse vector of residues; zeros are not kept. */
export type Vector = Map<number, number>;

/** The residue whose product with `a` is 1. */
function inverse(a: number): number {
  let [r, nextR, s, nextS] = [PRIME, a, 0, 1];
  while (nextR !== 0) {
    const quotient = Math.floor(r / nextR);
    [r, nextR] = [nextR, r - quotient * nextR];
    [s, nextS] = [nextS, s - quotient * nextS];
  }
  return s < 0 ? s + PRIME : s;
}

/** Adds `factor` times `other` to `vector`, in place. */
export function addMultiple(vector: Vector, other: Vector, factor: number): void {
  for (const [at, value] of other) {
    const sum = ((vector.get(at) ?? 0) + factor * value) % PRIME;
    if (sum === 0) vector.delete(at);
    else vector.set(at, sum);
  }
}

/** The residue of minus `a / b`. */
export function minusRatio(a: number, b: number): number {
  return (PRIME - ((a * inverse(b)) % PRIME)) % PRIME;
}

/** Whether one vector is a multiple of the other; neither is empty. */
export function areProportional(a: Vector, b: Vector): boolean {
  if (a.size !== b.size) return false;
  let ratio: number | undefined;
  for (const [at, value] of a) {
    const other = b.get(at);
    if (other === undefined) return false;
    const here = minusRatio(other, value);
    ratio ??= here;
    if (here !== ratio) return false;
  }
  return true;
}
