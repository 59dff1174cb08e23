import { describe, expect, it } from "vitest";
import { dossierOf } from "../../src/dossier/load.ts";
import { readBytes } from "../../src/dossier/source.ts";
import { checkDossier } from "../../src/validate/index.ts";
import { fixtureTexts, mutated, randomFrom, suiteTexts } from "../dossier/texts.ts";

/** Checks texts together, as files of one folder; every one must end in a diagnostic, be ignored, or be sound. */
async function check(texts: readonly string[]): Promise<void> {
  const sources = texts.map((text, index) => readBytes(`${index}.yaml`, Buffer.from(text)));
  const started = performance.now();
  const dossier = await dossierOf({ sources, lost: [] });
  const { diagnostics } = await checkDossier(dossier, { date: "2025-06-30" });
  expect(performance.now() - started).toBeLessThan(1000 * texts.length);
  const { fiches, parcours, faulty, ignored } = dossier;
  expect(fiches.length + parcours.length + faulty.length + ignored.length).toBe(texts.length);
  const told = new Set(diagnostics.map(({ file }) => file));
  expect(faulty.filter(({ file }) => !told.has(file))).toEqual([]);
  for (const { range, message } of diagnostics) {
    expect(Math.min(range.line, range.column)).toBeGreaterThan(0);
    expect(message).toMatch(/^\S.*[.:?]/s);
    expect(message).not.toMatch(/undefined|NaN|\[object/);
  }
}

describe("aucun fichier ne met cpro en défaut", () => {
  // Its files stand beside the repository, not in it.
  const suite = suiteTexts();
  it.skipIf(suite.length === 0)("ni la suite de tests officielle de YAML", async () => {
    expect(suite.length).toBeGreaterThan(350);
    await check(suite);
  });

  it("ni des milliers de fichiers abîmés", async () => {
    const random = randomFrom(11);
    const texts = fixtureTexts();
    const damaged = Array.from({ length: 5000 }, () => mutated(texts[random(texts.length)] ?? "", random));
    for (let start = 0; start < damaged.length; start += 100) await check(damaged.slice(start, start + 100));
  });
});
