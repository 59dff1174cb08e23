import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { atelier, publierEtAttaquer, ranger, rien } from "./chaines.ts";
import { engendrer } from "./parutions.ts";

// Half-years published one after the other, attacked together. The larger ones take many minutes:
// CPRO_ATTAQUE=1 npx vitest run test/attaques

afterAll(ranger);

const annees = ["2023-S2", "2024-S1", "2024-S2", "2025-S1", "2025-S2", "2026-S1"];
const cas: [nombre: number, graine: number, semestres: readonly string[], coupe: readonly string[]][] = process.env.CPRO_ATTAQUE
  ? [50, 300, 600].flatMap((nombre) =>
      [2, 3, 4, 6].flatMap((combien): typeof cas => [
        [nombre, 10 + combien, annees.slice(-combien), []],
        [nombre, 20 + combien, annees.slice(-combien), ["--by", "region"]],
      ]),
    )
  : [[50, 1, annees.slice(-3), ["--by", "region"]]];

describe("des semestres publiés l'un après l'autre, tous les relevés donnés", () => {
  test.each(cas)("%i parcours, graine %i, %j %j : aucun petit effectif ne se retrouve", async (nombre, graine, semestres, coupe) => {
    const source = await engendrer(join(atelier(), `d-${nombre}-${graine}`), nombre, graine);
    const { parutions, bilan } = await publierEtAttaquer({ sources: [source], semestres, maniere: "tous", coupe });
    for (const { code, err } of parutions) expect(code, err).toBe(0);
    expect(bilan).toMatchObject(rien);
    expect(bilan.secrets).toBeGreaterThan(100);
  });
});
