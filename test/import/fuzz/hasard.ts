/** A draw that a seed makes again. */
export interface Hasard {
  /** From 0, under a number. */
  entier(sous: number): number;
  choix<T>(liste: readonly T[]): T;
}

/** Mulberry32: short, and the same on every machine. */
export function hasard(graine: number): Hasard {
  let etat = Math.imul(graine + 1, 0x9e3779b1);
  const entier = (sous: number): number => {
    etat = (etat + 0x6d2b79f5) | 0;
    let melange = Math.imul(etat ^ (etat >>> 15), 1 | etat);
    melange = (melange + Math.imul(melange ^ (melange >>> 7), 61 | melange)) ^ melange;
    return ((melange ^ (melange >>> 14)) >>> 0) % sous;
  };
  return {
    entier,
    choix(liste) {
      if (liste.length === 0) throw new RangeError("rien à choisir");
      return liste[entier(liste.length)] as (typeof liste)[number];
    },
  };
}
