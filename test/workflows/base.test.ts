import { describe, expect, test } from "vitest";
import { baseFor } from "../../src/secrecy/base.ts";
import { cpro } from "../cli/run.ts";

describe("la base de l'arrondi", () => {
  test.each([
    [5, undefined, 5],
    [6, undefined, 5],
    [11, undefined, 10],
    [5, "10", 10],
  ] as const)("au seuil %i, demandée %s : %i", (seuil, demandee, attendue) => {
    expect(baseFor(seuil, demandee)).toBe(attendue);
  });

  test.each([
    [11, "5", "--base 10"],
    [12, undefined, "--secret suppression"],
    [12, "10", "--secret suppression"],
  ] as const)("au seuil %i, demandée %s : refusée, avec ce qu'il faut faire", (seuil, demandee, conseil) => {
    expect(() => baseFor(seuil, demandee)).toThrow("ne protège pas les effectifs de moins de");
    expect(() => baseFor(seuil, demandee)).toThrow(expect.objectContaining({ advice: expect.stringContaining(conseil) }));
  });
});

describe("cpro dashboard --secret arrondi", () => {
  const args = ["dashboard", "fixtures/geiq-epe", "--semester", "2025-S1", "--date", "2025-07-10", "--format", "json"];

  test("publie tous les effectifs, arrondis, et le dit ; --base suffit à le demander", async () => {
    const { code, out } = await cpro([...args, "--base", "10"]);
    expect(code).toBe(0);
    const { secret, tables } = JSON.parse(out);
    expect(secret).toEqual({ methode: "arrondi", base: 10, ecart: 10, seuil: 10 });
    const b1 = tables.find(({ id }: { id: string }) => id === "B1").cellules.map(({ valeur }: { valeur: number }) => valeur);
    expect(b1.filter((valeur: number) => valeur % 10 !== 0)).toEqual([]);
  });

  test("un seuil que la base ne protège pas est refusé sans rien écrire", async () => {
    const { code, out, err } = await cpro([...args, "--secret", "arrondi", "--seuil", "12"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("ne protège pas les effectifs de moins de 12");
  });

  test("l'aide dit les deux méthodes et la base", async () => {
    const { out } = await cpro(["dashboard", "--help"]);
    for (const option of ["--secret <méthode>", "--base <nombre>"]) expect(out).toContain(option);
  });
});
