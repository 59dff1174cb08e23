import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cle, lireCle, sous, texteDe } from "../../src/dashboard/definition/cle.ts";

const mot = fc.stringMatching(/^[a-z]{1,6}(_[a-z]{1,6})?$/);
/** What a porteur may write as a domain: any words, signs of the codec included. */
const code = fc
  .oneof(fc.string({ minLength: 1, unit: "grapheme" }), fc.constantFrom("a|region=93", "100 %7C", "x=y", "|cumul|"))
  .filter((un) => un !== "ensemble");
const cles: fc.Arbitrary<Cle> = fc.record({
  population: mot,
  quoi: mot,
  fenetre: fc.constantFrom("semestre" as const, "cumul" as const, "anterieur" as const),
  codes: fc.dictionary(mot, code, { maxKeys: 3 }),
});

describe("le texte d'une clé", () => {
  test("se relit tel quel, quels que soient les mots des catégories", () => {
    fc.assert(
      fc.property(cles, (cle) => {
        expect(lireCle(texteDe(cle))).toEqual(cle);
      }),
    );
  });

  test("dit aussi de quelle publication d'avant elle est", () => {
    fc.assert(
      fc.property(cles, (cle) => {
        expect(lireCle(sous("2025-S1, parution 2", texteDe(cle)))).toEqual({ ...cle, parution: "2025-S1, parution 2" });
      }),
    );
  });

  test("ne dépend ni de l'ordre des catégories ni des marges", () => {
    const cle = { population: "conclus", quoi: "effectif", fenetre: "cumul" as const };
    const texte = texteDe({ ...cle, codes: { sexe: "femme", niveau: "3" } });
    expect(texteDe({ ...cle, codes: { niveau: "3", duree: "ensemble", sexe: "femme" } })).toBe(texte);
  });

  test.each(["synthese|cout", "marge a sans b|cumul|duree=12", "conclus|effectif|cumul|correction", ""])(
    "« %s » n'en est pas un",
    (texte) => {
      expect(lireCle(texte)).toBeUndefined();
    },
  );
});
