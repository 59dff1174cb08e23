import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, formatDay } from "../src/words/dates.ts";
import { lireJour } from "../src/words/jour-dit.ts";

const siecle = (annee: number): number => 2000 + annee;

describe("un jour comme on l'écrit", () => {
  test.each([
    ["2024-09-02", "2024-09-02"],
    ["02/09/2024", "2024-09-02"],
    ["2.9.2024", "2024-09-02"],
    ["2024/09/02", "2024-09-02"],
    ["2 sept. 2024", "2024-09-02"],
    ["lundi 2 septembre 2024", "2024-09-02"],
    ["Lun. 2 Sept 2024", "2024-09-02"],
    ["le 1er août 2025", "2025-08-01"],
    ["01/03/2026 00:00", "2026-03-01"],
    ["2024-09-02T00:00:00.000Z", "2024-09-02"],
    ["29 février 2024", "2024-02-29"],
  ])("%s", (texte, jour) => {
    expect(lireJour(texte)).toBe(jour);
  });

  it("n'a d'année de deux chiffres que si l'on dit son siècle", () => {
    expect(lireJour("28/08/24")).toBeUndefined();
    expect(lireJour("28/08/24", siecle)).toBe("2024-08-28");
    expect(lireJour("28 août 24", siecle)).toBe("2024-08-28");
    expect(lireJour("28/08/24", () => undefined)).toBeUndefined();
  });

  test.each(["31/02/2024", "12/13/2024", "29/02/2023", "2 ju 2024", "septembre 2024", "2024", "1250,50", "02/09/2024 14:30", ""])(
    "« %s » n'en est pas un",
    (texte) => {
      expect(lireJour(texte, siecle)).toBeUndefined();
    },
  );

  it("que son nom contredit pourrait en être un autre : il n'en est aucun", () => {
    expect(lireJour("mardi 2 septembre 2024")).toBeUndefined();
    expect(lireJour("mar. 3 septembre 2024")).toBe("2024-09-03");
  });

  it("relit tout jour tel que cpro le montre", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 73_000 }), (nombre) => {
        const jour = addDays("1900-01-01", nombre);
        expect(lireJour(formatDay(jour))).toBe(jour);
      }),
    );
  });
});
