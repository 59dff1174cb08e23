import { expect, test } from "vitest";
import { renderDashboard } from "../../src/render/dashboard/index.ts";
import { proveWritten } from "../../src/workflows/dashboard/write.ts";
import { documents, fichesDe, foule } from "../dashboard/dossier.ts";
import { rapport } from "../dashboard/rapport.ts";

// Domains are in people's own words: whatever these are, what is published of them passes its own control.

test.each([
  "Métiers du bois et de la forêt, ".repeat(12).trim(),
  "Deux-roues & <cycles>, l'été",
  "Trente-sept",
  "326",
  "=1+1",
  "Non connu",
  "Ensemble",
])("%s", async (domaine) => {
  const gens = foule(400).map((un, rang) => ({
    ...un,
    ...(un.certification && { certification: { ...un.certification, domaine: rang % 3 === 0 ? "Santé" : domaine } }),
  }));
  const report = await rapport(400, { dossier: { fiches: fichesDe(gens), parcours: documents(gens) } });
  const rangees = report.tables.find(({ id }) => id === "C2.domaine")?.dimensions[0]?.categories.map(({ libelle }) => libelle) ?? [];
  expect(new Set(rangees).size).toBe(rangees.length);
  expect(rangees).not.toContain("Ensemble");
  for (const format of ["xlsx", "html"] as const) await proveWritten(format, await renderDashboard(report, format), report);
});
