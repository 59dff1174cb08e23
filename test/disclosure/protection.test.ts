import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recomputable } from "../../src/disclosure/audit.ts";
import { protect, type System, thresholdsAt, type Variable } from "../../src/disclosure/index.ts";
import { isSensitive } from "../../src/disclosure/primary.ts";
import { suppress } from "../../src/disclosure/suppression.ts";
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
  test("deux tableaux liés, sûrs chacun de son côté, ne le sont pas ensemble : il suffit de masquer N en plus", () => {
    const nombres = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 };
    const marges = { "county-1": 20, "county-2": 16, small: 30, BIG: 6, Total: 36 };
    const systeme: System = {
      variables: [
        ...Object.entries(nombres).map(([key, total]) => effectif(key, total)),
        ...Object.entries(marges).map(([key, total]) => effectif(key, total, 1)),
      ],
      relations: [
        { left: ["county-1"], right: ["A", "B", "I", "J"] },
        { left: ["county-2"], right: ["K", "L", "M", "N"] },
        { left: ["small"], right: ["A", "B", "I", "J", "K", "N"] },
        { left: ["BIG"], right: ["L", "M"] },
        { left: ["Total"], right: ["county-1", "county-2"] },
        { left: ["Total"], right: ["small", "BIG"] },
      ],
    };
    const masques = protect(systeme, { ...seuils, persons: 4 });
    expect([...masques].sort()).toEqual(["A", "B", "K", "L", "M", "N"]);
  });

  test("un tableau où chaque ligne et chaque colonne a deux secrets peut encore donner une valeur : il en faut une de plus", () => {
    const lignes = [
      [30, 90, 92, 800],
      [47, 124, 100, 991],
      [64, 5, 59, 651],
      [89, 31, 85, 685],
    ];
    const systeme = tableau(lignes);
    const primaires = new Set(["r0c0", "r1c0", "r2c0", "r0c1", "r2c1", "r1c2", "r3c2", "r1c3", "r3c3"]);
    const publies = (masques: ReadonlySet<string>) => ({
      totals: new Map(systeme.variables.map(({ key, total }) => [key, masques.has(key) ? ("hidden" as const) : total])),
      floors: new Map<string, number>(),
      relations: systeme.relations,
    });
    expect(recomputable(publies(primaires)).size).toBeGreaterThan(0);
    const masques = suppress(systeme.variables, systeme.relations, primaires);
    expect(masques.size).toBe(primaires.size + 1);
    expect(recomputable(publies(masques)).size).toBe(0);
  });

  test("cinq cases à 1 sous un total de 5 se devinent : le total est masqué aussi", () => {
    const systeme = tableau([
      [1, 1, 1, 1, 1],
      [40, 50, 60, 70, 80],
    ]);
    const masques = protect(systeme, { ...seuils, persons: 5 });
    const connus = new Map([...totaux(systeme)].filter(([key]) => !masques.has(key)));
    expect(connus.get("r0")).toBeUndefined();
    expect(connus.get("T")).toBe(305);
  });

  test("ce qui précède le semestre, donné par différence, est protégé", () => {
    const systeme: System = {
      variables: [effectif("cumul", 12, 1), effectif("semestre", 10), { ...effectif("anterieur", 2), unpublished: true }],
      relations: [{ left: ["cumul"], right: ["semestre", "anterieur"] }],
    };
    expect([...protect(systeme, seuils)]).toEqual(["semestre"]);
  });

  test("rien n'est masqué quand rien n'est petit, et les zéros restent", () => {
    expect(
      protect(
        tableau([
          [5, 0],
          [9, 7],
        ]),
        seuils,
      ).size,
    ).toBe(0);
  });

  test("le résultat ne dépend pas de l'ordre des données", () => {
    const systeme = tableau([
      [2, 9, 4],
      [8, 1, 6],
      [7, 7, 2],
    ]);
    const retourne = { variables: systeme.variables.toReversed(), relations: systeme.relations.toReversed() };
    expect([...protect(retourne, seuils)].sort()).toEqual([...protect(systeme, seuils)].sort());
  });

  test("aucun secret n'est la seule valeur possible, tous les tableaux essayés", () => {
    const nombre = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 6 }));
    const lignes = fc.array(fc.array(nombre, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(lignes, (table) => {
        const systeme = tableau(table);
        const masques = protect(systeme, seuils);
        fc.pre([...masques].filter((key) => /^r\dc\d$/.test(key)).length <= 4);
        const valeurs = possibles(table, masques, 12);
        for (const { key, total } of systeme.variables) {
          if (total > 0 && total < seuils.persons) expect(valeurs.get(key)?.size, `${key} de ${JSON.stringify(table)}`).toBeGreaterThan(1);
        }
      }),
      { numRuns: 150, seed: 7 },
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
