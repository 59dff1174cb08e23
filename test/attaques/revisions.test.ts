import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { atelier, publierEtAttaquer, ranger, rien } from "./chaines.ts";
import { commeAvant, engendrer } from "./parutions.ts";

// Files that come late or are corrected change half-years that are published already.

afterAll(ranger);

const cas = [50, 300, 600].flatMap((nombre): [nombre: number, graine: number, semestres: string[], coupe: string[]][] => [
  [nombre, 3, ["2025-S1", "2025-S2"], []],
  [nombre, 4, ["2025-S1", "2025-S2", "2026-S1"], ["--by", "region"]],
  [nombre, 5, ["2024-S1", "2024-S2", "2025-S1", "2025-S2"], []],
  [nombre, 6, ["2023-S2", "2024-S1", "2024-S2", "2025-S1", "2025-S2", "2026-S1"], []],
]);

describe.skipIf(!process.env.CPRO_ATTAQUE)("des fichiers en retard ou corrigés", () => {
  test.each(cas)(
    "%i parcours, graine %i, %j %j : ni un petit effectif ni une petite correction ne se retrouve",
    async (nombre, graine, semestres, coupe) => {
      const dernier = await engendrer(join(atelier(), `d-${nombre}-${graine}`), nombre, graine);
      const avant = semestres
        .slice(1)
        .map((_, rang) => commeAvant(dernier, join(atelier(), `d-${nombre}-${graine}-${rang}`), { graine: graine + rang, part: 0.1 }));
      const { parutions, bilan } = await publierEtAttaquer({
        sources: [...avant, dernier],
        semestres,
        maniere: "tous",
        coupe,
        revisions: true,
      });
      for (const { code, err } of parutions) expect(code, err).toBe(0);
      expect(bilan).toMatchObject(rien);
      expect(bilan.secrets).toBeGreaterThan(100);
    },
  );
});
