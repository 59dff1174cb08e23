import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  formatDay,
  isBeyondMonths,
  isDay,
  lastDayOfMonth,
  monthsBetween,
  wholeMonths,
} from "../src/words/dates.ts";

function estDeTemporal(jour: string): boolean {
  try {
    return Temporal.PlainDate.from(jour, { overflow: "reject" }).toString() === jour;
  } catch {
    return false;
  }
}

describe("les jours", () => {
  it("un mois de plus que le 31 finit au dernier jour d'un mois plus court", () => {
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2023-12-31", 2)).toBe("2024-02-29");
    expect(addMonths("2024-08-31", 6)).toBe("2025-02-28");
  });

  it("seuls les jours du calendrier sont des jours", () => {
    expect(["2024-02-29", "2025-02-28"].map(isDay)).toEqual([true, true]);
    expect(["2025-02-29", "2024-2-9", "31/12/2024", "2024-13-01", "demain"].map(isDay)).toEqual([false, false, false, false, false]);
    const deux = (plusGrand: number) => fc.nat(plusGrand).map((nombre) => String(nombre).padStart(2, "0"));
    const texte = fc
      .tuple(fc.constantFrom("0000", "1900", "2000", "2023", "2024", "9999"), deux(14), deux(33))
      .map((parts) => parts.join("-"));
    fc.assert(fc.property(texte, (jour) => isDay(jour) === estDeTemporal(jour)));
  });

  it("l'âge change le jour anniversaire, et le 1er mars pour qui est né un 29 février", () => {
    expect([ageOn("2008-09-02", "2024-09-01"), ageOn("2008-09-02", "2024-09-02")]).toEqual([15, 16]);
    expect([ageOn("2008-02-29", "2024-02-28"), ageOn("2008-02-29", "2024-02-29")]).toEqual([15, 16]);
    expect([ageOn("2008-02-29", "2026-02-28"), ageOn("2008-02-29", "2026-03-01")]).toEqual([17, 18]);
  });

  it("un délai en mois est passé le lendemain de son terme, quels que soient les mois qu'il traverse", () => {
    expect([isBeyondMonths("2024-12-31", 2, "2025-02-28"), isBeyondMonths("2024-12-31", 2, "2025-03-01")]).toEqual([false, true]);
    const day = fc
      .date({ min: new Date("2023-01-01"), max: new Date("2029-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.nat(40), day, (from, months, to) => {
        expect(isBeyondMonths(from, months, to)).toBe(to > addMonths(from, months));
      }),
    );
  });

  it("une durée compte les mois entiers, puis les jours restants sur la longueur du mois qu'ils entament", () => {
    expect(wholeMonths("2024-01-15", "2024-07-14")).toBe(5);
    expect(monthsBetween("2024-09-01", "2025-09-01")).toBe(12);
    expect(monthsBetween("2024-02-01", "2024-02-15")).toBeCloseTo(14 / 29, 12);
    expect(monthsBetween("2025-01-01", "2025-02-15")).toBeCloseTo(1.5, 12);
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(lastDayOfMonth("2024-02-10")).toBe("2024-02-29");
  });

  it("additions et durées sont celles de Temporal, fins de mois, années bissextiles et siècles compris", () => {
    const day = fc
      .date({ min: new Date("1890-01-01"), max: new Date("2110-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.integer({ min: -900, max: 900 }), (from, to, number) => {
        const [start, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
        expect(addDays(from, number)).toBe(start.add({ days: number }).toString());
        expect(addMonths(from, number)).toBe(start.add({ months: number }).toString());
        expect(daysBetween(from, to)).toBe(start.until(end, { largestUnit: "day" }).days);
        const months = start.until(end, { largestUnit: "month" }).total({ unit: "month", relativeTo: start });
        expect(monthsBetween(from, to)).toBeCloseTo(months, 9);
      }),
      { numRuns: 1000 },
    );
    expect([addDays("9999-12-31", 1), addMonths("9999-12-31", 1)]).toEqual(["+010000-01-01", "+010000-01-31"]);
    expect(daysBetween("9999-12-31", "+010000-01-31")).toBe(31);
  });

  it("un jour s'écrit en toutes lettres, le premier du mois avec son exposant en clair", () => {
    expect([formatDay("2026-03-12"), formatDay("2024-08-01")]).toEqual(["12 mars 2026", "1er août 2024"]);
  });
});
