import fc from "fast-check";
import { expect, test } from "vitest";
import { boundsOf } from "../../src/disclosure/prove/bounds.ts";
import type { Published } from "../../src/disclosure/prove/equations.ts";

/** Cells, totals of some of them, and what of both is hidden. */
interface Tirage {
  cases: number[];
  totaux: boolean[][];
  masques: boolean[];
  totauxMasques: boolean[];
}

const tirage: fc.Arbitrary<Tirage> = fc.integer({ min: 2, max: 6 }).chain((taille) =>
  fc.record({
    cases: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: taille, maxLength: taille }),
    totaux: fc.array(fc.array(fc.boolean(), { minLength: taille, maxLength: taille }), { minLength: 1, maxLength: 4 }),
    masques: fc.array(fc.boolean(), { minLength: taille, maxLength: taille }),
    totauxMasques: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  }),
);

/** The first total is that of all cells and is published, so that every hidden cell has a greatest value. */
function systeme({ cases, totaux, masques, totauxMasques }: Tirage) {
  const sommes = [cases.map(() => true), ...totaux];
  const caches = cases.map((valeur, i) => valeur > 0 && masques[i] === true);
  const totauxCaches = sommes.map((_, t) => t > 0 && totauxMasques[t - 1] === true);
  const somme = (t: number, valeurs: readonly number[]): number =>
    valeurs.reduce((total, valeur, i) => total + (sommes[t]?.[i] ? valeur : 0), 0);
  return { sommes, caches, totauxCaches, somme };
}

function publie(un: Tirage): Published {
  const { sommes, caches, totauxCaches, somme } = systeme(un);
  return {
    totals: new Map([
      ...un.cases.map((valeur, i): [string, number | "hidden"] => [`c${i}`, caches[i] ? "hidden" : valeur]),
      ...sommes.map((_, t): [string, number | "hidden"] => [`t${t}`, totauxCaches[t] ? "hidden" : somme(t, un.cases)]),
    ]),
    floors: new Map(un.cases.map((_, i) => [`c${i}`, 1])),
    relations: sommes.map((somme, t) => ({ left: [`t${t}`], right: somme.flatMap((dedans, i) => (dedans ? [`c${i}`] : [])) })),
  };
}

/** Tries every table of whole numbers. */
function enumerer(un: Tirage): Map<string, { least: number; most: number }> {
  const { sommes, caches, totauxCaches, somme } = systeme(un);
  const bornes = new Map<string, { least: number; most: number }>();
  const noter = (cle: string, valeur: number): void => {
    const { least, most } = bornes.get(cle) ?? { least: valeur, most: valeur };
    bornes.set(cle, { least: Math.min(least, valeur), most: Math.max(most, valeur) });
  };
  const plafond = somme(0, un.cases);
  const essai = [...un.cases];
  const essayer = (i: number, reste: number): void => {
    if (i === essai.length) {
      if (sommes.some((_, t) => !totauxCaches[t] && somme(t, essai) !== somme(t, un.cases))) return;
      essai.forEach((valeur, j) => {
        if (caches[j]) noter(`c${j}`, valeur);
      });
      totauxCaches.forEach((cache, t) => {
        if (cache) noter(`t${t}`, somme(t, essai));
      });
      return;
    }
    const vraie = un.cases[i] ?? 0;
    const [premiere, derniere] = caches[i] ? [1, reste] : [vraie, vraie];
    for (let valeur = premiere; valeur <= derniere; valeur += 1) {
      essai[i] = valeur;
      essayer(i + 1, reste - valeur);
    }
  };
  essayer(0, plafond);
  return bornes;
}

test("sur des milliers de petits systèmes, les bornes du contrôle sont celles de tous les tableaux possibles", async () => {
  let essais = 0;
  await fc.assert(
    fc.asyncProperty(tirage, async (un) => {
      const attendues = enumerer(un);
      const trouvees = await boundsOf(publie(un), [...attendues.keys()]);
      expect(Object.fromEntries(trouvees)).toEqual(Object.fromEntries(attendues));
      essais += 1;
    }),
    { numRuns: 2000, seed: 136 },
  );
  expect(essais).toBeGreaterThanOrEqual(2000);
});
