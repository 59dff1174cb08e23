import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { avecContrat } from "../../src/dossier/contrats.ts";
import { loadDossier } from "../../src/dossier/load.ts";
import { computeProgress } from "../../src/progress/index.ts";
import { render } from "../../src/render/progress/index.ts";

const dossier = avecContrat(await loadDossier([new URL("../../fixtures/umih-hdf", import.meta.url).pathname]));
const apercu = async (date: string, columns: number) =>
  stripVTControlCharacters(await render(computeProgress(dossier, date), { format: "table" }, columns));

describe("fixtures/umih-hdf", () => {
  it.each([
    ["2023-12-31", 80],
    ["2025-03-01", 80],
    ["2025-03-01", 120],
    ["2026-09-30", 80],
  ])("au %s, en %i colonnes, dit ce qui est en retard et à qui d'agir", async (date, columns) => {
    const texte = await apercu(date, columns);
    expect(texte.split("\n").filter((ligne) => ligne.length > columns)).toEqual([]);
    await expect(texte).toMatchFileSnapshot(`apercus/${date}-${columns}.txt`);
  });
});
