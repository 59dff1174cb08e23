/** A seeded source of chance (mulberry32): the same seed gives the same draws everywhere. */
export class Tirage {
  #etat: number;

  constructor(graine: number) {
    this.#etat = Math.imul(graine, 0x9e3779b1) >>> 0;
  }

  #suivant(): number {
    this.#etat = (this.#etat + 0x6d2b79f5) >>> 0;
    let t = this.#etat;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `min` to `max`, both included. */
  entier(min: number, max: number): number {
    return min + Math.floor(this.#suivant() * (max - min + 1));
  }

  /** True so many times in a hundred. */
  sur100(fois: number): boolean {
    return this.entier(1, 100) <= fois;
  }

  parmi<T>(choix: readonly [T, ...T[]]): T {
    return choix[this.entier(0, choix.length - 1)] ?? choix[0];
  }

  /** A value so many times in a hundred, else nothing. */
  peutEtre<T>(fois: number, valeur: () => T): T | undefined {
    return this.sur100(fois) ? valeur() : undefined;
  }

  liste<T>(max: number, valeur: (rang: number) => T): T[] {
    return Array.from({ length: this.entier(0, max) }, (_, rang) => valeur(rang));
  }
}
