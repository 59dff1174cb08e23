import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { atelier, publierEtAttaquer, ranger, rien } from "./chaines.ts";
import { engendrer } from "./parutions.ts";

// Half-years published one after the other, attacked together. The larger ones take many minutes:
// CPRO_ATTAQUE=1 npx vitest run test/attaques

afterAll(ranger);

const annees = ["2023-S2", "2024-S1", "2024-S2", "2025-S1", "2025-S2", "2026-S1"];
const cas = [50, 300, 600].flatMap((nombre) =>
  [2, 3, 4, 6].flatMap((combien): [nombre: number, graine: number, semestres: readonly string[], coupe: readonly string[]][] => [
    [nombre, 10 + combien, annees.slice(-combien), []],
    [nombre, 20 + combien, annees.slice(-combien), ["--by", "region"]],
  ]),
);

// The suite itself has those of guide.test.ts.
describe.skipIf(!process.env.CPRO_ATTAQUE)("des semestres publiés l'un après l'autre, tous les relevés donnés", () => {
  test.each(cas)("%i parcours, graine %i, %j %j : aucun petit effectif ne se retrouve", async (nombre, graine, semestres, coupe) => {
    const source = await engendrer(join(atelier(), `d-${nombre}-${graine}`), nombre, graine);
    const { parutions, bilan } = await publierEtAttaquer({ sources: [source], semestres, maniere: "tous", coupe });
    for (const { code, err } of parutions) expect(code, err).toBe(0);
    expect(bilan).toMatchObject(rien);
    expect(bilan.secrets).toBeGreaterThan(100);
  });
});
