import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atelier, publierEtAttaquer, ranger, rien } from "./chaines.ts";
import { engendrer, type Parution } from "./parutions.ts";

// What people forget to give: whatever it is, nothing leaks, or nothing is written, or the risk is said before.

afterAll(ranger);

/** Said in one line to who publishes without the record of what is already known. */
const avertit = /sans-precedent|(?:déjà|précédemment|auparavant|antérieur|publié).*(?:soustra|retrouv|apprend|différence|déduire)/i;

let source = "";
const debuts = new Map<string, Parution[]>();
beforeAll(async () => {
  source = await engendrer(join(atelier(), "dossier"), 50, 1);
});

/** All half-years but the last, published with all their records. */
async function debut(suite: readonly string[], coupe: readonly string[]): Promise<Parution[]> {
  const cle = [...suite, ...coupe].join();
  const fait =
    debuts.get(cle) ??
    (await publierEtAttaquer({ sources: [source], semestres: suite.slice(0, -1), maniere: "tous", separes: true, coupe })).parutions;
  debuts.set(cle, fait);
  return fait;
}

const trois = ["2025-S1", "2025-S2", "2026-S1"];
const complets = ["2024-S1", "2024-S2", ...trois];
const semestres = process.env.CPRO_ATTAQUE ? [trois.slice(0, 2), trois, ["2025-S1", "2026-S1"], complets] : [trois];
const coupes = process.env.CPRO_ATTAQUE ? [[], ["--by", "region"]] : [[]];
const cas = semestres.flatMap((suite) =>
  coupes.flatMap((coupe) =>
    (process.env.CPRO_ATTAQUE ? (["dernier", "premier", "aucun"] as const) : (["premier"] as const)).flatMap((maniere) =>
      [false, true].map((separes) => ({ suite, coupe, maniere, separes })),
    ),
  ),
);

describe("des relevés oubliés", () => {
  test.each(cas)("$suite $coupe, $maniere donné, dossiers séparés : $separes", async ({ suite, coupe, maniere, separes }) => {
    const deja = await debut(suite, coupe);
    const { parutions, bilan } = await publierEtAttaquer({
      sources: [source],
      semestres: suite,
      maniere,
      coupe,
      deja,
      ...(separes && { separes }),
    });
    const { code, err, publie } = parutions.at(-1) as Parution;
    expect([0, 2], err).toContain(code);
    expect(publie === undefined, err).toBe(code === 2);
    // Where the record of the half-year before was not given and does not lie beside, only words can protect.
    if (maniere !== "dernier" && separes) {
      expect(bilan.exactes.length + bilan.serrees.length === 0 || code === 2 || avertit.test(err), err).toBe(true);
      return;
    }
    expect(bilan).toMatchObject(rien);
  });
});
