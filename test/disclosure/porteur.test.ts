import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { protect, prove, proveRounding, type System, type Variable } from "../../src/disclosure/index.ts";
import { audit } from "../../src/disclosure/prove/index.ts";
import { auditRounding } from "../../src/disclosure/prove/rounding.ts";
import { montres, protegeDansToutOrdre, protegeSansRienDeTrop } from "./proprietes.ts";
import { effectif, tableau } from "./tableaux.ts";

const seuils = { persons: 5, enterprises: 3, dominance: 0.85 };
const nes = (systeme: System): System => ({ ...systeme, variables: systeme.variables.map(({ insights: _, ...reste }) => reste) });

/** What the porteurs named have of a variable; `tout` when they know that there is nobody else. */
function sus(variable: Variable, parts: Readonly<Record<string, number | "tout">>): Variable {
  const insights = new Map(
    Object.entries(parts).map(([nom, part]) => [nom, part === "tout" ? { own: variable.total, whole: true as const } : { own: part }]),
  );
  return { ...variable, insights };
}

/** Three régions and their total: A is all of one porteur, who has nobody elsewhere. */
function regions(a: number, b: number, c: number): System {
  const variables = [effectif("A", a), effectif("B", b), effectif("C", c), effectif("T", a + b + c, 4)];
  return {
    variables: variables.map((une) =>
      sus(
        { ...une, table: "T.C1" },
        une.key === "A" ? { "Exemple (900000001)": "tout" } : { "Exemple (900000001)": une.key === "T" ? a : 0 },
      ),
    ),
    relations: [{ left: ["T"], right: ["A", "B", "C"] }],
  };
}

describe("un porteur seul dans sa région", () => {
  const systeme = regions(4, 4, 40);
  const pourTous = new Set(["A", "B"]);

  test("retrouverait la petite région voisine, que personne d'autre ne retrouve : le contrôle seul refuse", async () => {
    expect([...(await protect(nes(systeme), seuils)).hidden].sort()).toEqual(["A", "B"]);
    expect(await audit({ ...nes(systeme), shown: montres(systeme, pourTous) }, seuils)).toEqual([]);
    expect(await audit({ ...systeme, shown: montres(systeme, pourTous) }, seuils)).toMatchObject([
      { key: "B", table: "T.C1", how: "recomputable", insider: "Exemple (900000001)" },
    ]);
  });

  test("est nommé à qui publie, avec le tableau et ce qu'il faut faire", async () => {
    await expect(prove({ ...systeme, shown: montres(systeme, pourTous) }, seuils)).rejects.toMatchObject({
      message:
        "Rien n'a été écrit : 1 petite valeur du tableau T.C1 pourrait être retrouvée à partir de ce qui serait publié, par le porteur Exemple (900000001), seul dans une région et qui connaît ses propres parcours.",
      advice: expect.stringContaining("Retirez --by region"),
    });
  });

  test("ne retrouve plus rien une fois une région de plus masquée", async () => {
    const { hidden } = await protect(systeme, seuils);
    expect([...hidden].sort()).toEqual(["A", "B", "C"]);
    await prove({ ...systeme, shown: montres(systeme, hidden) }, seuils);
  });

  test("n'a rien à retrouver de ce qui est tout à lui", async () => {
    const seul: System = {
      variables: [sus(effectif("A", 3), { p: "tout" }), sus(effectif("B", 2), { p: 2 }), sus(effectif("T", 5, 4), { p: 5 })],
      relations: [{ left: ["T"], right: ["A", "B"] }],
    };
    const { hidden } = await protect(seul, seuils);
    expect([...hidden].sort()).toEqual([...(await protect(nes(seul), seuils)).hidden].sort());
    expect(await audit({ ...seul, shown: montres(seul, hidden) }, seuils)).toEqual([]);
  });

  test("sait ailleurs qu'il n'y a pas moins que les siens", async () => {
    // Of the 12 hidden together, 9 of the second are theirs: the first is 1 to 3.
    const systeme: System = {
      variables: [
        sus(effectif("R", 6), { p: "tout" }),
        effectif("x", 2),
        sus(effectif("y", 10), { p: 9 }),
        sus(effectif("z", 30), { p: 1 }),
        sus(effectif("S", 42, 4), { p: 10 }),
      ],
      relations: [{ left: ["S"], right: ["x", "y", "z"] }],
    };
    expect([...(await protect(nes(systeme), seuils)).hidden].sort()).toEqual(["x", "y"]);
    expect(await audit({ ...systeme, shown: montres(systeme, new Set(["x", "y"])) }, seuils)).toMatchObject([{ key: "x", insider: "p" }]);
    const { hidden } = await protect(systeme, seuils);
    expect(hidden).toContain("z");
    await prove({ ...systeme, shown: montres(systeme, hidden) }, seuils);
  });

  test("deux porteurs, seuls chacun dans la sienne, ont chacun leur point de vue", async () => {
    const trois = regions(4, 4, 40);
    const systeme: System = {
      ...trois,
      variables: trois.variables.map((une) =>
        une.key === "B"
          ? sus(une, { q: "tout" })
          : une.key === "A"
            ? sus(une, { p: "tout" })
            : (nes({ variables: [une], relations: [] }).variables[0] ?? une),
      ),
    };
    const fuites = await audit({ ...systeme, shown: montres(systeme, new Set(["A", "B"])) }, seuils);
    expect(fuites.map(({ key, insider }) => [key, insider])).toEqual([
      ["B", "p"],
      ["A", "q"],
    ]);
    const { hidden } = await protect(systeme, seuils);
    await prove({ ...systeme, shown: montres(systeme, hidden) }, seuils);
  });

  test("a déjà ce qu'une publication d'avant lui a dit : rien ne peut plus l'en empêcher", async () => {
    const dite = { ...regions(4, 4, 40) };
    const systeme: System = {
      ...dite,
      variables: dite.variables.map((une) => (une.key === "T" || une.key === "C" ? { ...une, known: true } : une)),
    };
    expect(await audit({ ...systeme, shown: montres(systeme, new Set(["A", "B"])) }, seuils)).toEqual([]);
  });
});

test("malgré l'arrondi, le point de vue du porteur est contrôlé aussi", async () => {
  // T is 4 at most, for it is rounded to 0: with 3 of their own, the porteur knows that B is 1, since an amount says that it is not 0.
  const [a, b, , t] = regions(3, 1, 0).variables;
  const montant: Variable = { ...effectif("montant de B", 100), kind: "amount", persons: 1 };
  const variables = [a, b, t].flatMap((une) => une ?? []).concat({ ...montant, sur: "B" } as Variable);
  const shown = ["A", "B", "T"].map((cle) => ({ cle, valeur: 0, table: "T.C1" }));
  const dossier = { variables, relations: [{ left: ["T"], right: ["A", "B"] }], shown, rates: [], charted: [] };
  const regles = { base: 5, reach: 5, persons: 5 };
  expect(await auditRounding({ ...dossier, ...nes(dossier) }, regles)).toEqual([]);
  const retrouve = { how: "deducible", insider: "Exemple (900000001)" };
  expect(await auditRounding(dossier, regles)).toMatchObject([
    { key: "B", ...retrouve },
    { key: "T", ...retrouve },
  ]);
  await expect(proveRounding(dossier, regles)).rejects.toMatchObject({
    message: expect.stringContaining("malgré l'arrondi, par le porteur Exemple (900000001), seul dans une région"),
    advice: expect.stringContaining("Retirez --by region"),
  });
});

describe("ce qui est toujours vrai", () => {
  const nombre = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 30 }));
  /** Rows are régions, columns anything else; of each cell, how much is of p, and of q. The first row is all of p. */
  const cas = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 })).chain(([lignes, colonnes]) =>
    fc.array(
      fc.array(fc.record({ total: nombre, p: fc.double({ min: 0, max: 1, noNaN: true }) }), { minLength: colonnes, maxLength: colonnes }),
      {
        minLength: lignes,
        maxLength: lignes,
      },
    ),
  );
  type Cas = { total: number; p: number }[][];
  const systemeDe = (lignes: Cas): System => {
    const siens = lignes.map((ligne, r) => ligne.map(({ total, p }) => (r === 0 ? total : Math.floor(p * total))));
    const systeme = tableau(lignes.map((ligne) => ligne.map(({ total }) => total)));
    const parts = new Map(tableau(siens).variables.map(({ key, total }) => [key, total]));
    return {
      ...systeme,
      variables: systeme.variables.map((une) => sus(une, { p: /^r0(c\d)?$/.test(une.key) ? "tout" : (parts.get(une.key) ?? 0) })),
    };
  };

  test("le contrôle ne trouve rien, d'aucun point de vue, et rien n'est masqué pour rien", async () => {
    await fc.assert(
      fc.asyncProperty(cas, async (lignes) => {
        await protegeSansRienDeTrop(systemeDe(lignes), seuils, lignes);
      }),
      { numRuns: 25, seed: 12 },
    );
  });

  test("l'ordre des données ne change rien", async () => {
    await fc.assert(
      fc.asyncProperty(cas, async (lignes) => {
        await protegeDansToutOrdre(systemeDe(lignes), seuils);
      }),
      { numRuns: 20, seed: 3 },
    );
  });
});
