import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cpro } from "../cli/run.ts";
import { attaquer } from "./attaque.ts";
import { atelier, ranger, rien } from "./chaines.ts";
import { engendrer, lirePublie, verite } from "./parutions.ts";
import type { Publie } from "./tables.ts";

// What the README and the guide tell people to do, word for word: the same folder, the first half-year said to be the first.

afterAll(ranger);

test("quatre semestres publiés comme le guide le dit : rien ne se retrouve", async () => {
  const source = await engendrer(join(atelier(), "mon-projet"), 50, 12);
  const semestres = ["2024-S1", "2024-S2", "2025-S1", "2025-S2"];
  const publies: Publie[] = [];
  for (const [rang, semestre] of semestres.entries()) {
    const options = rang === 0 ? ["--sans-precedent"] : [];
    const sortie = join(atelier(), `tableau-${semestre}.json`);
    const jour = semestre.endsWith("S1") ? `${semestre.slice(0, 4)}-07-15` : `${Number(semestre.slice(0, 4)) + 1}-01-15`;
    const demande = ["dashboard", source, "--semester", semestre, "--date", jour, "--format", "json", "--output", sortie, ...options];
    const { code, err } = await cpro(demande);
    expect(code, err).toBe(0);
    expect(err).not.toMatch(/ATTENTION|révisés/);
    if (rang > 0) expect(err).toMatch(new RegExp(`${rang} relevés? trouvés? et pris en compte`));
    publies.push(lirePublie(sortie));
  }
  const vrais = await Promise.all(semestres.map((semestre) => verite(source, semestre)));
  const bilan = await attaquer({ publie: { publies }, vrai: { publies: vrais } });
  expect(bilan).toMatchObject(rien);
  expect(bilan.secrets).toBeGreaterThan(100);
});
