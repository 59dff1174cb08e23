import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpro, root } from "../cli/run.ts";

let dossier: string;
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), "cpro-chaine-"));
});
afterAll(() => rmSync(dossier, { recursive: true }));

const releve = (semestre: string) => join(dossier, `${semestre}.diffusion.json`);

async function publier(semestre: string, precedents: readonly string[], ...options: string[]) {
  const previous = precedents.flatMap((precedent) => ["--previous", precedent]);
  const output = join(dossier, `${semestre}.json`);
  const args = ["dashboard", `${root}fixtures/umih-hdf`, "--semester", semestre, "--date", "2025-07-15", "--format", "json"];
  return { ...(await cpro([...args, ...previous, ...options, "--output", output])), isEcrit: existsSync(output) };
}

describe("la chaîne des relevés", () => {
  it("est entière, ou rien n'est publié", async () => {
    expect(await publier("2024-S1", [])).toMatchObject({ code: 0, isEcrit: true });
    expect(await publier("2024-S2", [releve("2024-S1")])).toMatchObject({ code: 0, isEcrit: true });

    const dernierSeul = await publier("2025-S1", [releve("2024-S2")]);
    expect(dernierSeul).toMatchObject({ code: 2, isEcrit: false });
    expect(dernierSeul.err).toContain("Il manque le relevé de diffusion du 2024-S1, que le relevé du 2024-S2 cite");

    // Un relevé modifié n'est pas celui que l'autre cite.
    const intact = readFileSync(releve("2024-S1"), "utf8");
    writeFileSync(releve("2024-S1"), intact.replace(/"valeur": ?\d+/, '"valeur": 1'));
    expect(await publier("2025-S1", [releve("2024-S1"), releve("2024-S2")])).toMatchObject({ code: 2, isEcrit: false });
    writeFileSync(releve("2024-S1"), intact);

    expect(await publier("2025-S1", [releve("2024-S2"), releve("2024-S1")])).toMatchObject({ code: 0, isEcrit: true });
  });

  it("n'est pas demandée pour ce qui ne sort pas de la maison", async () => {
    expect((await publier("2025-S2", [releve("2024-S2")], "--diffusion", "interne", "--date", "2026-01-15")).code).toBe(0);
  });

  it("un relevé qui ne dit pas ses précédents est abîmé", async () => {
    const { sources: _, ...sans } = JSON.parse(readFileSync(releve("2024-S1"), "utf8"));
    writeFileSync(join(dossier, "sans.json"), JSON.stringify(sans));
    const { code, err } = await publier("2025-S2", [join(dossier, "sans.json")]);
    expect(code).toBe(2);
    expect(err).toContain("incomplet ou abîmé");
  });
});
