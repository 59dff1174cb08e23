import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundCounts, type System } from "../../src/disclosure/index.ts";
import { UserError } from "../../src/errors.ts";
import { effectif, tableau } from "./tableaux.ts";

const rien = new Map<string, number>();
const nombre = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 }));
const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([lignes, colonnes]) =>
    fc.array(fc.array(nombre, { minLength: colonnes, maxLength: colonnes }), { minLength: lignes, maxLength: lignes }),
  );

function tient({ relations }: System, values: ReadonlyMap<string, number>): boolean {
  const somme = (cles: readonly string[]): number => cles.reduce((total, cle) => total + (values.get(cle) ?? Number.NaN), 0);
  return relations.every(({ left, right }) => somme(left) === somme(right));
}

const erreur = ({ variables }: System, values: ReadonlyMap<string, number>): number =>
  variables.reduce((somme, { key, total }) => somme + Math.abs((values.get(key) ?? Number.NaN) - total), 0);

/** The least total error, by trying every choice of neighbours for the inner cells. */
function meilleure(lignes: readonly (readonly number[])[], base: number): number {
  const plat = lignes.flat();
  let mieux = Number.POSITIVE_INFINITY;
  for (let choix = 0; choix < 2 ** plat.length; choix += 1) {
    const arrondies = plat.map(
      (total, rang) => base * (Math.floor(total / base) + (total % base > 0 && (choix >> rang) % 2 === 1 ? 1 : 0)),
    );
    const large = lignes[0]?.length ?? 1;
    const systeme = tableau(lignes);
    const valeurs = new Map(
      tableau(lignes.map((_, r) => arrondies.slice(r * large, (r + 1) * large))).variables.map(({ key, total }) => [key, total]),
    );
    const proches = systeme.variables.every(({ key, total }) => {
      const ecart = Math.abs((valeurs.get(key) ?? 0) - total);
      return ecart < base && (total % base > 0 || ecart === 0);
    });
    if (proches) mieux = Math.min(mieux, erreur(systeme, valeurs));
  }
  return mieux;
}

describe("l'arrondi contrôlé", () => {
  test.each([5, 10])("à la base %i : multiples voisins, zéros et multiples gardés, totaux tenus", async (base) => {
    await fc.assert(
      fc.asyncProperty(tables, async (lignes) => {
        const systeme = tableau(lignes);
        const { values, reach } = await roundCounts(systeme, base, rien);
        expect(reach).toBe(base);
        expect(tient(systeme, values)).toBe(true);
        for (const { key, total } of systeme.variables) {
          const valeur = values.get(key) ?? Number.NaN;
          expect(valeur % base).toBe(0);
          expect(Math.abs(valeur - total), `${key} de ${JSON.stringify(lignes)}`).toBeLessThan(base);
          if (total % base === 0) expect(valeur).toBe(total);
        }
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  test("l'erreur totale est la plus petite possible, tous les arrondis essayés", async () => {
    const petites = fc.array(fc.array(nombre, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(petites, async (lignes) => {
        const systeme = tableau(lignes);
        const { values } = await roundCounts(systeme, 5, rien);
        expect(erreur(systeme, values)).toBe(meilleure(lignes, 5));
      }),
      { numRuns: 30, seed: 8 },
    );
  });

  test("ne dépend pas de l'ordre des données", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (lignes) => {
        const { variables, relations } = tableau(lignes);
        const retourne = { variables: variables.toReversed(), relations: relations.toReversed() };
        const [ici, la] = [await roundCounts({ variables, relations }, 5, rien), await roundCounts(retourne, 5, rien)];
        for (const { key } of variables) expect(la.values.get(key)).toBe(ici.values.get(key));
      }),
      { numRuns: 30, seed: 4 },
    );
  });

  test("garde ce qui a déjà été publié tant que c'est un voisin, même moins proche", async () => {
    const systeme: System = {
      variables: [effectif("a", 6), effectif("b", 12), effectif("T", 18)],
      relations: [{ left: ["T"], right: ["a", "b"] }],
    };
    const libre = await roundCounts(systeme, 5, rien);
    expect(["a", "b", "T"].map((cle) => libre.values.get(cle))).toEqual([5, 10, 15]);
    const avant = new Map([
      ["a", 10],
      ["T", 20],
    ]);
    const garde = await roundCounts(systeme, 5, avant);
    expect(["a", "b", "T"].map((cle) => garde.values.get(cle))).toEqual([10, 10, 20]);
    const loin = await roundCounts(systeme, 5, new Map([["a", 20]]));
    expect(loin.values).toEqual(libre.values);
  });

  /** Three counts of 5 and their sums two by two, all multiples of 10: no choice of neighbours keeps the three sums. */
  const triangle = (cinq: number): System => ({
    variables: ["a", "b", "c"].map((cle) => effectif(cle, cinq)).concat(["ab", "bc", "ac"].map((cle) => effectif(cle, 2 * cinq))),
    relations: ["ab", "bc", "ac"].map((cle) => ({ left: [cle], right: [...cle] })),
  });

  test("va un pas plus loin quand aucun voisin ne convient, et le dit", async () => {
    const systeme = triangle(5);
    const { values, reach } = await roundCounts(systeme, 10, rien);
    expect(reach).toBe(20);
    expect(tient(systeme, values)).toBe(true);
    for (const { key, total } of systeme.variables) {
      expect((values.get(key) ?? Number.NaN) % 10).toBe(0);
      expect(Math.abs((values.get(key) ?? Number.NaN) - total)).toBeLessThan(20);
    }
  });

  test("refuse quand même un pas de plus ne suffit pas, et dit quoi faire", async () => {
    // A sum that the counts contradict: not even far away does it hold.
    const systeme: System = { variables: [effectif("a", 30), effectif("T", 90)], relations: [{ left: ["T"], right: ["a"] }] };
    await expect(roundCounts(systeme, 5, rien)).rejects.toThrow(UserError);
    await expect(roundCounts(systeme, 5, rien)).rejects.toMatchObject({ advice: expect.stringContaining("--secret suppression") });
  });
});
