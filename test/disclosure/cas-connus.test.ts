import { describe, expect, test } from "vitest";
import { suppress } from "../../src/disclosure/hide/suppression.ts";
import { protect, type System } from "../../src/disclosure/index.ts";
import { recomputable } from "../../src/disclosure/prove/algebra.ts";
import { boundsOf } from "../../src/disclosure/prove/bounds.ts";
import { audit } from "../../src/disclosure/prove/index.ts";
import { effectif, publies, tableau } from "./tableaux.ts";

const seuils = { persons: 4, enterprises: 3, dominance: 0.85 };

describe("deux tableaux liés, sûrs chacun de son côté, ne le sont pas ensemble (sdcTools, UserSupport#136)", () => {
  const nombres = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 };
  const marges = { "county-1": 20, "county-2": 16, small: 30, BIG: 6, Total: 36 };
  const systeme: System = {
    variables: [
      ...Object.entries(nombres).map(([key, total]) => effectif(key, total)),
      ...Object.entries(marges).map(([key, total]) => effectif(key, total, 1)),
    ],
    relations: [
      { left: ["county-1"], right: ["A", "B", "I", "J"] },
      { left: ["county-2"], right: ["K", "L", "M", "N"] },
      { left: ["small"], right: ["A", "B", "I", "J", "K", "N"] },
      { left: ["BIG"], right: ["L", "M"] },
      { left: ["Total"], right: ["county-1", "county-2"] },
      { left: ["Total"], right: ["small", "BIG"] },
    ],
  };
  const primaires = ["A", "B", "K", "L", "M"];

  test("sans autre case masquée, K se retrouve par différence", () => {
    expect(recomputable(publies(systeme, new Set(primaires)))).toContain("K");
  });

  test("pour qu'aucune ne se calcule, il suffit de masquer N en plus, et elle seule", async () => {
    const masques = suppress(systeme.variables, systeme.relations, new Set(primaires));
    expect([...masques].sort()).toEqual([...primaires, "N"].sort());
    const bornes = await boundsOf(publies(systeme, masques, 0), primaires);
    expect(Object.fromEntries(bornes)).toEqual({
      A: { least: 0, most: 4 },
      B: { least: 0, most: 4 },
      K: { least: 0, most: 10 },
      L: { least: 0, most: 6 },
      M: { least: 0, most: 6 },
    });
  });

  test("quand les zéros se montrent, A et B ne pourraient valoir que 1, 2 ou 3 : un total de plus est masqué", async () => {
    const avecN = new Set([...primaires, "N"]);
    expect((await boundsOf(publies(systeme, avecN), ["A"])).get("A")).toEqual({ least: 1, most: 3 });
    const montres = new Set(systeme.variables.map(({ key }) => key).filter((key) => !avecN.has(key)));
    expect((await audit({ ...systeme, shown: montres }, seuils)).map(({ key, how }) => [key, how])).toEqual([
      ["A", "narrow"],
      ["B", "narrow"],
    ]);
    const masques = (await protect(systeme, seuils)).hidden;
    expect(masques.size).toBe(7);
    expect([...avecN].every((key) => masques.has(key))).toBe(true);
  });
});

describe("un tableau de 4 sur 4 où chaque ligne et chaque colonne a deux secrets (sdcTable, attaque)", () => {
  const systeme = tableau([
    [30, 90, 92, 800],
    [47, 124, 100, 991],
    [64, 5, 59, 651],
    [89, 31, 85, 685],
  ]);
  const primaires = new Set(["r0c0", "r1c0", "r2c0", "r0c1", "r2c1", "r1c2", "r3c2", "r1c3", "r3c3"]);

  test("le 47 se retrouve quand même", async () => {
    expect(recomputable(publies(systeme, primaires))).toContain("r1c0");
    expect((await boundsOf(publies(systeme, primaires, 0), ["r1c0"])).get("r1c0")).toEqual({ least: 47, most: 47 });
  });

  test("une case de plus suffit ; avec la dernière de la deuxième colonne, il peut valoir de 0 à 78", async () => {
    expect(suppress(systeme.variables, systeme.relations, primaires).size).toBe(primaires.size + 1);
    const avecXd = new Set([...primaires, "r3c1"]);
    expect((await boundsOf(publies(systeme, avecXd, 0), ["r1c0"])).get("r1c0")).toEqual({ least: 0, most: 78 });
  });
});
