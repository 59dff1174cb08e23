import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atelier, type Chaine, publierEtAttaquer, ranger, rien } from "./chaines.ts";
import { engendrer } from "./parutions.ts";

// What people forget to give: whatever it is, nothing leaks, or nothing is written, or the risk is said before.

afterAll(ranger);

/** Said in one line to who publishes without the record of what is already known. */
const avertit = /sans-precedent|(?:déjà|précédemment|auparavant|antérieur|publié).*(?:soustra|retrouv|apprend|différence|déduire)/i;

let source = "";
beforeAll(async () => {
  source = await engendrer(join(atelier(), "dossier"), 50, 1);
});

const trois = ["2025-S1", "2025-S2", "2026-S1"];
const complets = ["2024-S1", "2024-S2", ...trois];
const semestres = process.env.CPRO_ATTAQUE ? [trois.slice(0, 2), trois, ["2025-S1", "2026-S1"], complets] : [trois];
const coupes = process.env.CPRO_ATTAQUE ? [[], ["--by", "region"]] : [["--by", "region"]];
const cas = semestres.flatMap((suite) =>
  coupes.flatMap((coupe) =>
    (["dernier", "premier", "aucun"] as const).flatMap((maniere) =>
      (process.env.CPRO_ATTAQUE ? [false, true] : [maniere === "dernier"]).map((separes) => ({ suite, coupe, maniere, separes })),
    ),
  ),
);

describe("des relevés oubliés", () => {
  test.each(cas)("$suite $coupe, $maniere donné, dossiers séparés : $separes", async ({ suite, coupe, maniere, separes }) => {
    const chaine: Chaine = { sources: [source], semestres: suite, maniere, coupe, ...(separes && { separes }) };
    const { parutions, bilan } = await publierEtAttaquer(chaine);
    for (const { code, err, publie } of parutions) {
      expect([0, 2], err).toContain(code);
      expect(publie === undefined, err).toBe(code === 2);
    }
    // Where no record was given at all and none lies beside, only words can protect.
    if (maniere === "aucun" && separes) {
      for (const { err } of parutions.slice(1)) expect(err).toMatch(avertit);
      return;
    }
    expect(bilan).toMatchObject(rien);
  });
});
