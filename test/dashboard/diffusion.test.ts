import { describe, expect, test } from "vitest";
import { diffusionDe, lireDiffusion } from "../../src/dashboard/index.ts";
import { definition } from "./bilan.ts";
import { rapport } from "./rapport.ts";

const fichier = { nom: "tableau.xlsx", sha256: "0".repeat(64) };

describe("le relevé de diffusion", () => {
  test("dit ce qui est publié, case par case, et rien de ce qui est masqué", async () => {
    const report = await rapport(60);
    const releve = diffusionDe(report, fichier, []);
    expect(releve).toMatchObject({
      format: "cpro/diffusion/1",
      semestre: "2025-S1",
      arrete_au: "2025-06-30",
      fichier,
      parametres: { decoupage: null },
    });
    expect(releve.parametres.secret).toMatchObject({ methode: "suppression", seuil: 5 });
    expect(releve.tables.map(({ cellules }) => cellules)).toEqual(report.tables.map(({ cellules }) => cellules));
    for (const { secret, valeur } of releve.tables.flatMap(({ cellules }) => cellules)) if (secret) expect(valeur).toBeNull();
  });

  test("se relit tel qu'il a été écrit", async () => {
    const releve = diffusionDe(await rapport(20), fichier, []);
    expect(lireDiffusion(definition, "r.json", JSON.stringify(releve))).toEqual(releve);
  });

  test.each([
    ["pas du JSON", "ce fichier n'est pas du JSON."],
    ['{"a":1}', "ce fichier n'est pas un relevé de diffusion."],
    ['{"format":"cpro/diffusion/9"}', "le format cpro/diffusion/9 n'est pas celui que lit cette version"],
    ['{"format":"cpro/diffusion/1","semestre":"2025-S1","tables":[{"id":"C1","cellules":[{"valeur":"12"}]}]}', "incomplet ou abîmé"],
  ])("refuse %s", (texte, message) => {
    expect(() => lireDiffusion(definition, "r.json", texte)).toThrow(message);
  });

  test("d'un semestre passé fait une courbe, dans l'ordre des semestres, sans le semestre qu'on publie à nouveau", async () => {
    const exercice = (semestre: string, valeur: number | null) => ({
      semestre,
      tables: [
        {
          id: "C1",
          cellules: [
            { mesure: "semestre" as const, codes: { duree: "ensemble", nature_contrat: "ensemble" }, valeur },
            { mesure: "cumul" as const, codes: { duree: "ensemble", nature_contrat: "ensemble" }, valeur: 999 },
          ],
        },
      ],
    });
    const precedents = [exercice("2024-S2", null), exercice("2025-S1", 1), exercice("2024-S1", 12)];
    const report = await rapport(60, { precedents });
    const tendance = report.graphiques.find(({ id }) => id === "tendance");
    expect(tendance?.categories).toEqual(["2024-S1", "2024-S2", "2025-S1"]);
    const conclus = report.tables
      .find(({ id }) => id === "C1")
      ?.cellules.find(({ mesure, codes }) => mesure === "semestre" && Object.values(codes).every((code) => code === "ensemble"));
    expect(tendance?.series[0]?.points.map(({ valeur }) => valeur)).toEqual([12, null, conclus?.valeur]);
    expect((await rapport(5)).graphiques.some(({ id }) => id === "tendance")).toBe(false);
  });
});
