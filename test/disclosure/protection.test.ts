import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSensitive } from "../../src/disclosure/hide/primary.ts";
import { protect, type System, thresholdsAt, type Variable } from "../../src/disclosure/index.ts";
import { recomputable } from "../../src/disclosure/prove/algebra.ts";
import { protegeDansToutOrdre, protegeSansRienDeTrop } from "./proprietes.ts";
import { effectif, possibles, tableau } from "./tableaux.ts";

const seuils = { persons: 3, enterprises: 3, dominance: 0.85 };
const totaux = (systeme: System): Map<string, number> => new Map(systeme.variables.map(({ key, total }) => [key, total]));

describe("le secret primaire (manuel de l'Insee)", () => {
  const montant = (de: Partial<Variable>): Variable => ({
    ...effectif("x", 1000),
    kind: "amount",
    persons: 9,
    contributors: 9,
    enterprises: 4,
    largest: 500,
    ...de,
  });

  test("vient des paramètres légaux : moins de 5 personnes, moins de 3 entreprises, plus de 85 %", () => {
    expect(thresholdsAt("2025-07-10")).toEqual({ persons: 5, enterprises: 3, dominance: 0.85 });
    expect(thresholdsAt("2025-07-10", 11).persons).toBe(11);
  });

  test.each([
    [0, false],
    [1, true],
    [4, true],
    [5, false],
  ])("un effectif de %i personnes est masqué : %s", (total, attendu) => {
    expect(isSensitive(effectif("x", total), thresholdsAt("2025-07-10"))).toBe(attendu);
  });

  test.each([
    ["quatre personnes", { persons: 4, contributors: 4 }, true],
    ["quatre contributeurs parmi neuf", { contributors: 4 }, true],
    ["deux entreprises", { enterprises: 2 }, true],
    ["une entreprise de plus de 85 %", { largest: 851 }, true],
    ["une entreprise de 85 % tout juste", { largest: 850 }, false],
    ["personne", { persons: 0, contributors: 0, total: 0 }, false],
  ])("un montant de %s est masqué selon la règle", (_, de, attendu) => {
    expect(isSensitive(montant(de), thresholdsAt("2025-07-10"))).toBe(attendu);
  });

  test("deux entreprises sont masquées, trois non", () => {
    const entreprises = (total: number): Variable => ({ ...effectif("x", total), kind: "enterprises" });
    expect([2, 3].map((total) => isSensitive(entreprises(total), thresholdsAt("2025-07-10")))).toEqual([true, false]);
  });
});

describe("le secret induit", () => {
  test("cinq cases à 1 sous un total de 5 se devinent : le total est masqué aussi", async () => {
    const systeme = tableau([
      [1, 1, 1, 1, 1],
      [40, 50, 60, 70, 80],
    ]);
    const masques = (await protect(systeme, { ...seuils, persons: 5 })).hidden;
    const connus = new Map([...totaux(systeme)].filter(([key]) => !masques.has(key)));
    expect(connus.get("r0")).toBeUndefined();
    expect(connus.get("T")).toBe(305);
  });

  test("ce qui précède le semestre, donné par différence, est protégé", async () => {
    const systeme: System = {
      variables: [effectif("cumul", 12, 1), effectif("semestre", 10), { ...effectif("anterieur", 2), unpublished: true }],
      relations: [{ left: ["cumul"], right: ["semestre", "anterieur"] }],
    };
    expect([...(await protect(systeme, seuils)).hidden]).toEqual(["semestre"]);
  });

  test("rien n'est masqué quand rien n'est petit, et les zéros restent", async () => {
    const systeme = tableau([
      [5, 0],
      [9, 7],
    ]);
    expect((await protect(systeme, seuils)).hidden.size).toBe(0);
  });

  test("le résultat ne dépend pas de l'ordre des données", async () => {
    const systeme = tableau([
      [2, 9, 4],
      [8, 1, 6],
      [7, 7, 2],
    ]);
    await protegeDansToutOrdre(systeme, seuils);
  });

  test("aucun secret n'est la seule valeur possible, tous les tableaux essayés", async () => {
    const nombre = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 6 }));
    const lignes = fc.array(fc.array(nombre, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(lignes, async (table) => {
        const systeme = tableau(table);
        const masques = (await protect(systeme, seuils)).hidden;
        fc.pre([...masques].filter((key) => /^r\dc\d$/.test(key)).length <= 4);
        const valeurs = possibles(table, masques, 12);
        for (const { key, total } of systeme.variables) {
          if (total > 0 && total < seuils.persons) expect(valeurs.get(key)?.size, `${key} de ${JSON.stringify(table)}`).toBeGreaterThan(1);
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});

describe("ce qui est toujours vrai", () => {
  const nombre = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 30 }));
  const tables = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
    .chain(([lignes, colonnes]) =>
      fc.array(fc.array(nombre, { minLength: colonnes, maxLength: colonnes }), { minLength: lignes, maxLength: lignes }),
    );

  test("le contrôle ne trouve rien dans ce que la protection laisse, et rien n'est masqué pour rien", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (lignes) => {
        await protegeSansRienDeTrop(tableau(lignes), { ...seuils, persons: 5 }, lignes);
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  test("un seuil plus haut ne montre jamais un petit effectif", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (lignes) => {
        const systeme = tableau(lignes);
        const petits = systeme.variables.filter((une) => isSensitive(une, { ...seuils, persons: 5 })).map(({ key }) => key);
        const masques = (await protect(systeme, { ...seuils, persons: 11 })).hidden;
        expect(petits.filter((key) => !masques.has(key))).toEqual([]);
      }),
      { numRuns: 40, seed: 11 },
    );
  });
});

describe("le contrôle avant publication", () => {
  const relations = [{ left: ["T"], right: ["a", "b"] }];
  const lu = (a: number | "hidden", b: number | "hidden", T: number | "hidden") =>
    recomputable({
      totals: new Map([
        ["a", a],
        ["b", b],
        ["T", T],
      ]),
      floors: new Map([
        ["a", 1],
        ["b", 1],
        ["T", 1],
      ]),
      relations,
    });

  test("retrouve une valeur par soustraction", () => {
    expect([...lu("hidden", 7, 10)]).toEqual(["a"]);
  });

  test("retrouve deux valeurs qui ne peuvent qu'être 1", () => {
    expect([...lu("hidden", "hidden", 2)].sort()).toEqual(["a", "b"]);
  });

  test("ne trouve rien quand plusieurs tableaux conviennent", () => {
    expect(lu("hidden", "hidden", 10).size).toBe(0);
    expect(lu("hidden", 7, "hidden").size).toBe(0);
  });
});
