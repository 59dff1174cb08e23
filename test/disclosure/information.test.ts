import { describe, expect, test } from "vitest";
import { attributesOf, keptOf } from "../../src/disclosure/index.ts";
import { effectif } from "./tableaux.ts";

describe("ce que garde une publication", () => {
  test("la part des nombres montrés est exacte, celle des personnes s'arrête à la dizaine au-dessous", () => {
    const variables = [effectif("a", 70), effectif("b", 27), effectif("c", 3), effectif("d", 0)];
    expect(keptOf(variables, new Set(["a", "b", "d"]))).toEqual({ cells: 2 / 3, persons: 0.9 });
    expect(keptOf(variables, new Set(["a", "b", "c", "d"]))).toEqual({ cells: 1, persons: 1 });
    expect(keptOf([], new Set())).toEqual({ cells: 1, persons: 1 });
  });

  test("elle ne dit pas combien de nombres masqués sont nuls : un zéro masqué compte comme un autre", () => {
    const [avecZero, sansZero] = [0, 3].map((total) => [effectif("a", 70), effectif("b", 2), effectif("c", total)]);
    const montres = new Set(["a"]);
    expect(keptOf(avecZero ?? [], montres).cells).toBe(keptOf(sansZero ?? [], montres).cells);
  });
});

describe("les groupes tout entiers dans une catégorie", () => {
  const tableau = (ancienne: number | null) => ({
    id: "C5.phase",
    dimensions: [{ id: "phase" }, { id: "anciennete" }],
    cellules: [
      { mesure: "cumul", codes: { phase: "evaluation", anciennete: "0-2" }, valeur: ancienne },
      { mesure: "cumul", codes: { phase: "mise_en_oeuvre", anciennete: "0-2" }, valeur: 0 },
      { mesure: "cumul", codes: { phase: "ensemble", anciennete: "0-2" }, valeur: 7 },
      { mesure: "cumul", codes: { phase: "evaluation", anciennete: "ensemble" }, valeur: 9 },
      { mesure: "cumul", codes: { phase: "ensemble", anciennete: "ensemble" }, valeur: 9 },
    ],
  });

  test("sept ruptures des trois premiers mois, toutes à l'évaluation : qui sait l'une sait sa phase", () => {
    expect(attributesOf([tableau(7)])).toEqual([
      { table: "C5.phase", mesure: "cumul", group: { anciennete: "0-2" }, category: { phase: "evaluation" }, persons: 7 },
    ]);
  });

  test("rien à dire d'une case masquée, d'un groupe partagé, ni d'un tableau sans catégorie sensible", () => {
    expect(attributesOf([tableau(null)])).toEqual([]);
    expect(attributesOf([tableau(6)])).toEqual([]);
    expect(attributesOf([{ ...tableau(7), dimensions: [{ id: "sexe" }, { id: "anciennete" }] }])).toEqual([]);
  });
});
