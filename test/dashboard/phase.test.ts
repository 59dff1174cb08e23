import { describe, expect, test } from "vitest";
import { drawDossier } from "../../scripts/generate/dossier.mjs";
import { isConclu, type ParcoursConclu } from "../../src/dossier/faits.ts";
import type { Parcours } from "../../src/generated/parcours.ts";
import { progresParcours } from "../../src/progress/parcours.ts";
import { valeurDe } from "./bilan.ts";
import { parcours } from "./dossier.ts";

const rompus = [...drawDossier({ parcours: 400, seed: 5, until: "2026-06-30" })]
  .map(({ data }) => data as Parcours)
  .filter((data): data is ParcoursConclu => data.format === "cpro/parcours/1" && isConclu(data) && data.contrat.rupture !== undefined);

const contrat = { conclu_le: "2025-02-03", debut: "2025-02-10", rupture: { le: "2025-02-05", initiative: "essai" as const } };

describe("la phase atteinte à la rupture", () => {
  test("est celle que le suivi donne ce jour-là", () => {
    expect(rompus.length).toBeGreaterThan(20);
    for (const un of rompus) expect(valeurDe("phase", un)).toBe(progresParcours(un, un.contrat.rupture?.le ?? "").phase);
  });

  test.each([
    ["information", { information: { diagnostic_le: "2024-11-04" }, accompagnement: {} }],
    ["information", { information: {}, accompagnement: {} }],
    ["accompagnement", {}],
    ["recevabilite", { recevabilite: { depot_le: "2025-02-04" } }],
  ])("est « %s » quand on n'en sait que %o", (attendue, phases) => {
    const un = parcours({ contrat, phases });
    expect(valeurDe("phase", un)).toBe(attendue);
    expect(progresParcours(un, "2025-02-05").phase).toBe(attendue);
  });

  test("un contrat rompu avant de commencer n'est pas en mise en œuvre, ni un dépôt d'après compté", () => {
    expect(valeurDe("phase", parcours({ contrat, phases: { recevabilite: { depot_le: "2025-03-04" } } }))).toBe("accompagnement");
  });
});
