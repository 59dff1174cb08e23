/** A seeded source of chance (mulberry32): the same seed draws the same dossier on every machine. */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min, max) => min + Math.floor(next() * (max - min + 1));
  const pick = (list) => list[int(0, list.length - 1)];
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    /** One value of `[[value, weight], …]`. */
    weighted(choices) {
      let rest = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of choices) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return choices[0][0];
    },
    /** `count` different values of a list, in the order drawn. */
    sample(list, count) {
      const left = [...list];
      return Array.from({ length: Math.min(count, list.length) }, () => left.splice(int(0, left.length - 1), 1)[0]);
    },
    /** A stream of its own: what is drawn from it does not shift what comes after. */
    fork: () => createRandom(Math.floor(next() * 2 ** 32)),
  };
}
