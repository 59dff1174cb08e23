import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { addDays, isWeekend } from "../src/words/dates.ts";
import { jourOuvre } from "../src/words/jours-ouvres.ts";

describe("le jour ouvré suivant", () => {
  it.each([
    ["un vendredi", "2024-09-06", "2024-09-06"],
    ["un samedi", "2024-09-07", "2024-09-09"],
    ["un dimanche", "2024-09-08", "2024-09-09"],
    ["le lundi de Pâques", "2024-04-01", "2024-04-02"],
    ["le samedi de Pâques", "2024-03-30", "2024-04-02"],
    ["l'Ascension, qui tombe le 9 mai 2024, après le 8 mai", "2024-05-08", "2024-05-10"],
    ["le lundi de Pentecôte", "2025-06-09", "2025-06-10"],
    ["Noël, un jeudi", "2025-12-25", "2025-12-26"],
    ["un 1er mai, un jeudi", "2025-05-01", "2025-05-02"],
    ["le 11 novembre, un mardi", "2025-11-11", "2025-11-12"],
    ["un samedi avant le jour de l'an", "2022-12-31", "2023-01-02"],
    ["le Vendredi saint, férié en Alsace-Moselle seulement", "2024-03-29", "2024-03-29"],
  ])("%s", (_quoi, jour, ouvre) => {
    expect(jourOuvre(jour)).toBe(ouvre);
  });

  it("vient toujours, dans la semaine, et ne bouge plus", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (jours) => {
        const jour = addDays("2019-01-01", jours);
        const ouvre = jourOuvre(jour);
        expect(ouvre >= jour && ouvre <= addDays(jour, 5)).toBe(true);
        expect(isWeekend(ouvre)).toBe(false);
        expect(jourOuvre(ouvre)).toBe(ouvre);
      }),
    );
  });
});

describe("à toute heure du monde", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  // Years not asked for before, for each is reckoned once.
  it.each([
    ["Europe/Paris", "2035-03-26"],
    ["Australia/Sydney", "2036-04-14"],
    ["America/Santiago", "2037-04-06"],
    ["Pacific/Noumea", "2038-04-26"],
  ])("le lundi de Pâques est un lundi (%s)", (tz, lundi) => {
    process.env.TZ = tz;
    expect(jourOuvre(lundi)).toBe(addDays(lundi, 1));
    expect(jourOuvre(addDays(lundi, -4))).toBe(addDays(lundi, -4));
  });
});
