import { describe, expect, it } from "vitest";
import { table } from "../../../src/render/terminal/table.ts";

const rangs = (total: number) =>
  Array.from({ length: total }, (_, rang) => [`P-${rang}`, "é".repeat(rang % 7), rang === 250 ? "très longue cellule" : "x"]);
const colonnes = [{ header: "Un" }, { header: "Deux" }, { header: "Trois", align: "right" as const }];

describe("un tableau de terminal", () => {
  it("aligne ses colonnes à la plus large de leurs cellules", () => {
    expect(
      table(
        [{ header: "Qui" }, { header: "Jours", align: "right" }],
        [
          ["OPCO", "3"],
          ["employeur", "121"],
        ],
        ["Ensemble", "124"],
      ),
    ).toBe(
      ["Qui        Jours", "────────────────", "OPCO           3", "employeur    121", "────────────────", "Ensemble     124"].join("\n"),
    );
  });

  it("garde les mêmes largeurs d'un bout à l'autre de centaines de lignes", () => {
    const lignes = table(colonnes, rangs(400), ["Ensemble", "", "400"]).split("\n");
    expect(lignes).toHaveLength(400 + 4);
    expect(new Set(lignes.map((ligne) => [...ligne].length))).toEqual(new Set([lignes[0]?.length]));
    expect(lignes[2 + 399]).toMatch(/^P-399 {3,}.* x$/);
  });
});
