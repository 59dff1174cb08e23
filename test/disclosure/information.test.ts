import { describe, expect, test } from "vitest";
import { attributesOf, keptOf } from "../../src/disclosure/index.ts";
import { sections } from "../../src/render/dashboard/lisez-moi.ts";
import { foule } from "../dashboard/dossier.ts";
import { paraitre } from "./publier.ts";
import { effectif } from "./tableaux.ts";

describe("ce que garde une publication", () => {
  const variables = [effectif("a", 70), effectif("b", 27), effectif("c", 3), effectif("d", 0)];

  test("est la part exacte des nombres montrés, zéros à part", () => {
    const montres = new Map([
      ["a", 70],
      ["b", 27],
      ["d", 0],
    ]);
    expect(keptOf(variables, montres, [])).toEqual({ cells: 2 / 3 });
    expect(keptOf(variables, montres.set("c", 3), [])).toEqual({ cells: 1 });
    expect(keptOf([], new Map(), [])).toEqual({ cells: 1 });
  });

  test("ne dit pas combien de nombres masqués sont nuls : un zéro masqué compte comme un autre", () => {
    const [avecZero, sansZero] = [0, 3].map((total) => [effectif("a", 70), effectif("b", 2), effectif("c", total)]);
    const montres = new Map([["a", 70]]);
    expect(keptOf(avecZero ?? [], montres, []).cells).toBe(keptOf(sansZero ?? [], montres, []).cells);
  });

  test("ne dit pas combien d'effectifs montrés comme nuls le sont par arrondi", () => {
    const arrondis = new Map(variables.map(({ key, total }) => [key, Math.floor(total / 5) * 5]));
    expect(arrondis.get("c")).toBe(0);
    expect(keptOf([...variables, effectif("masque", 9)], arrondis, []).cells).toBe(2 / 3);
  });

  test("dit, des personnes d'un total publié, celles des cases publiées, sans rien qui ne soit publié", () => {
    const cellule = (mesure: string, sexe: string, valeur: number | null) => ({ mesure, codes: { sexe }, valeur });
    const tableau = {
      dimensions: [{ id: "sexe" }],
      cellules: [
        cellule("semestre", "femme", 12),
        cellule("semestre", "homme", null),
        cellule("semestre", "ensemble", null),
        cellule("cumul", "femme", 30),
        cellule("cumul", "homme", null),
        cellule("cumul", "non_connu", null),
        cellule("cumul", "ensemble", 40),
      ],
    };
    expect(keptOf(variables, new Map(), [tableau]).persons).toBe(0.75);
    expect(keptOf(variables, new Map(), [tableau, tableau]).persons).toBe(0.75);
  });
});

describe("le nombre de fichiers lus", () => {
  // With a total shown before, the ten it is in would bound what came since: 15 contracts, then less than 20 files, are less than 5 more.
  test("ne dit pas combien il y a de contrats au plus", async () => {
    const { report } = await paraitre(foule(1), { semestre: "2025-S1", date: "2025-07-10" });
    const lus = (fichiers: number): string | undefined =>
      new Map(sections({ ...report, sources: { ...report.sources, fichiers } }).flatMap(([, entrees]) => entrees)).get("Fichiers lus");
    expect([0, 9].map(lus)).toEqual(Array(2).fill(expect.stringMatching(/^Quelques-uns ; leur nombre n'est pas donné/)));
    expect(lus(19)).toMatch(/^Au moins 10 \(nombre arrondi au-dessous/);
    expect(lus(340)).toMatch(/^Au moins 300 /);
    expect(lus(5012)).toMatch(/^Au moins 5\s000 /u);
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
    expect(attributesOf([tableau(7)], ["phase", "resultat"])).toEqual([
      { table: "C5.phase", mesure: "cumul", group: { anciennete: "0-2" }, category: { phase: "evaluation" }, persons: 7 },
    ]);
  });

  test("rien à dire d'une case masquée, d'un groupe partagé, ni d'un tableau sans catégorie sensible", () => {
    expect(attributesOf([tableau(null)], ["phase", "resultat"])).toEqual([]);
    expect(attributesOf([tableau(6)], ["phase", "resultat"])).toEqual([]);
    expect(attributesOf([{ ...tableau(7), dimensions: [{ id: "sexe" }, { id: "anciennete" }] }], ["phase", "resultat"])).toEqual([]);
  });
});
