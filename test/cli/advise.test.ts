import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cpro, root } from "./run.ts";

let ici: string;
const demande = ["dashboard", `${root}fixtures/geiq-epe`, "--semester", "2025-S1", "--date", "2025-07-10", "--advise"];

beforeAll(() => {
  ici = mkdtempSync(join(tmpdir(), "cpro-conseils-"));
});
afterAll(() => rmSync(ici, { recursive: true }));

describe("cpro dashboard --advise", () => {
  test("donne des conseils, ne publie rien, et finit bien", async () => {
    const { code, out, err } = await cpro([...demande, "--format", "json"], { cwd: ici });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: "cpro/advise/1", confidentiel: true, semestre: "2025-S1", date: "2025-07-10" });
    expect(err).toMatch(/Essai de \d+ regroupements?, parmi \d+ comparés…/);
    expect(readdirSync(ici)).toEqual([]);
  });

  test.each([
    [["--secret", "arrondi"], "L'arrondi montre déjà tous les effectifs"],
    [["--base", "10"], "L'arrondi montre déjà tous les effectifs"],
    [["--diffusion", "interne"], "ne masque rien"],
    [["--format", "xlsx"], "--advise ne publie rien"],
    [["--sql"], "« --advise » et « --sql » s'excluent"],
    [["--dictionary"], "« --advise » et « --dictionary » s'excluent"],
  ])("refuse %j en disant pourquoi", async (options, raison) => {
    const { code, out, err } = await cpro([...demande, ...options], { cwd: ici });
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(raison);
    expect(readdirSync(ici)).toEqual([]);
  });
});
