import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundCounts, type Variable } from "../../src/disclosure/index.ts";
import { auditRounding, proveRounding, type RoundedDossier } from "../../src/disclosure/prove/rounding.ts";
import { effectif, tableau } from "./tableaux.ts";

const regles = { base: 5, reach: 5, persons: 5 };
const lignes = [
  [3, 12, 0],
  [7, 1, 24],
];

/** A sound publication of a table, with a mean over its first cell. */
async function saine(): Promise<RoundedDossier> {
  const { variables, relations } = tableau(lignes);
  const { values } = await roundCounts({ variables, relations }, 5, new Map());
  const montant: Variable & { sur: string } = { ...effectif("montant", 70_000), kind: "amount", persons: 7, sur: "r1c0" };
  const shown = [...values].map(([cle, valeur]) => ({ cle, valeur, table: "B1" }));
  const diviseur = values.get("r1c0") ?? 0;
  return {
    variables: [...variables, montant],
    relations,
    shown: [...shown, { cle: "montant", valeur: Math.round(70_000 / diviseur) / 100, table: "F1.cout", sur: "r1c0" }],
    rates: [{ valeur: 0.25, numerateur: { valeur: 5 }, denominateur: { valeur: 20 } }],
    charted: [0, 5, 20],
  };
}

const avec = (dossier: RoundedDossier, cle: string, valeur: number): RoundedDossier => ({
  ...dossier,
  shown: dossier.shown.map((un) => (un.cle === cle ? { ...un, valeur } : un)),
});

describe("le contrôle d'un arrondi", () => {
  test("ne trouve rien dans un arrondi sain", async () => {
    expect(await auditRounding(await saine(), regles)).toEqual([]);
    await expect(proveRounding(await saine(), regles)).resolves.toBeUndefined();
  });

  test.each([
    ["un effectif exact", (un: RoundedDossier) => avec(un, "r0c0", 3), "exact"],
    ["un effectif négatif", (un: RoundedDossier) => avec(un, "r0c0", -5), "exact"],
    ["un effectif trop loin", (un: RoundedDossier) => avec(un, "r0c0", 10), "far"],
    ["un zéro qui n'en est plus un", (un: RoundedDossier) => avec(un, "r0c2", 5), "zero"],
    [
      "un nombre que le système ne connaît pas",
      (un: RoundedDossier) => ({ ...un, shown: [...un.shown, { cle: "x", valeur: 5, table: "B1" }] }),
      "exact",
    ],
    ["une case manquante", (un: RoundedDossier) => ({ ...un, shown: un.shown.filter(({ cle }) => cle !== "T") }), "missing"],
    [
      "le même effectif de deux façons",
      (un: RoundedDossier) => ({
        ...un,
        shown: [...un.shown, { cle: "r0c1", valeur: un.shown.find(({ cle }) => cle === "r0c1")?.valeur === 10 ? 15 : 10, table: "C1" }],
      }),
      "sum",
    ],
    ["une moyenne sur l'effectif exact", (un: RoundedDossier) => avec(un, "montant", 100), "mean"],
    [
      "un taux exact",
      (un: RoundedDossier) => ({ ...un, rates: [{ valeur: 0.23, numerateur: { valeur: 5 }, denominateur: { valeur: 20 } }] }),
      "rate",
    ],
    ["un graphique exact", (un: RoundedDossier) => ({ ...un, charted: [5, 12] }), "chart"],
  ])("voit %s", async (_, gater, faute) => {
    const fautes = await auditRounding(gater(await saine()), regles);
    expect(fautes.map(({ how }) => how)).toContain(faute);
    await expect(proveRounding(gater(await saine()), regles)).rejects.toThrow(
      /Rien n'a été écrit : l'arrondi .* n'est pas celui qui est annoncé/,
    );
  });

  test("voit un total qui n'est plus la somme de ses parties", async () => {
    const sain = await saine();
    const { valeur = 0 } = sain.shown.find(({ cle }) => cle === "r1c0") ?? {};
    expect((await auditRounding(avec(sain, "r1c0", valeur === 5 ? 10 : 5), regles)).map(({ how }) => how)).toContain("sum");
  });

  test("voit un petit effectif que deux publications de suite donnent exactement, mais pas ce qu'une seule donnait déjà", async () => {
    const quatre = (bornes: { floor?: number; ceiling?: number }): RoundedDossier => ({
      variables: [{ ...effectif("a", 4), ...bornes }],
      relations: [],
      shown: [{ cle: "a", valeur: 0, table: "B1" }],
      rates: [],
      charted: [],
    });
    expect(await auditRounding(quatre({}), regles)).toEqual([]);
    expect(await auditRounding(quatre({ floor: 4 }), regles)).toEqual([{ key: "a", table: undefined, how: "deducible" }]);
    await expect(proveRounding(quatre({ floor: 4 }), regles)).rejects.toThrow(
      "1 petit effectif du tableau Synthèse pourrait être retrouvé malgré l'arrondi",
    );
    expect(await auditRounding(quatre({ floor: 4, ceiling: 4 }), regles)).toEqual([]);
  });
});

/** All values each count may have, by trying every table of whole numbers within bounds, and within reach of what is shown. */
function possibles({ variables }: RoundedDossier, montres: ReadonlyMap<string, number>): Map<string, Set<number>> {
  const bornes = new Map(
    variables.map(({ key, floor = 0, ceiling = 99 }) => {
      const montre = montres.get(key);
      return [key, montre === undefined ? [floor, ceiling] : [Math.max(floor, montre - 4), Math.min(ceiling, montre + 4)]] as const;
    }),
  );
  const entre = (cle: string): number[] => {
    const [least = 0, most = 0] = bornes.get(cle) ?? [];
    return Array.from({ length: Math.max(0, most - least + 1) }, (_, rang) => least + rang);
  };
  const essais = ["r0c0", "r0c1", "r1c0", "r1c1"].reduce<number[][]>(
    (debuts, cle) => debuts.flatMap((debut) => entre(cle).map((total) => [...debut, total])),
    [[]],
  );
  const tables = essais
    .map(([a = 0, b = 0, c = 0, d = 0]) => ({
      r0c0: a,
      r0c1: b,
      r1c0: c,
      r1c1: d,
      r0: a + b,
      r1: c + d,
      c0: a + c,
      c1: b + d,
      T: a + b + c + d,
    }))
    .filter((essai) => Object.entries(essai).every(([cle, total]) => entre(cle).includes(total)))
    .map((essai) => new Map(Object.entries(essai)));
  return new Map(variables.map(({ key }) => [key, new Set(tables.map((table) => table.get(key) ?? Number.NaN))]));
}

test("il trouve les effectifs qu'on peut déduire, et eux seuls, tous les tableaux essayés", async () => {
  const borne = fc.record({ moins: fc.integer({ min: 0, max: 3 }), plus: fc.integer({ min: 0, max: 3 }) });
  const cas = fc.tuple(
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }),
    fc.array(borne, { minLength: 9, maxLength: 9 }),
  );
  let trouvees = 0;
  await fc.assert(
    fc.asyncProperty(cas, async ([[a = 0, b = 0, c = 0, d = 0], ecarts]) => {
      const { variables, relations } = tableau([
        [a, b],
        [c, d],
      ]);
      // Away from the nearest wherever possible: what is published then says the most.
      const loin = variables.map(({ key, total }) => [key, 5 * (total % 5 < 3 ? Math.ceil(total / 5) : Math.floor(total / 5))] as const);
      const { values } = await roundCounts({ variables, relations }, 5, new Map(loin));
      const bornees = variables.map((une, rang) => ({
        ...une,
        floor: Math.max(0, une.total - (ecarts[rang]?.moins ?? 0)),
        ceiling: une.total + (ecarts[rang]?.plus ?? 0),
      }));
      const shown = [...values].map(([cle, valeur]) => ({ cle, valeur, table: "t" }));
      const dossier = { variables: bornees, relations, shown, rates: [], charted: [] };
      const [avant, apres] = [possibles(dossier, new Map()), possibles(dossier, values)];
      const deduites = variables.filter(
        ({ key, total }) => total > 0 && total < 5 && apres.get(key)?.size === 1 && avant.get(key)?.size !== 1,
      );
      trouvees += deduites.length;
      const fautes = await auditRounding(dossier, regles);
      expect(fautes.map(({ key }) => key).sort(), JSON.stringify([a, b, c, d])).toEqual(deduites.map(({ key }) => key).sort());
    }),
    { numRuns: 80, seed: 2 },
  );
  expect(trouvees).toBeGreaterThan(5);
});
