import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatEuros, prorata, spread, toCents, toEuros } from "../src/words/money.ts";

describe("les montants", () => {
  it("passent des euros aux centimes sans perdre un centime", () => {
    expect([1.005, 0.29, 4.35, 1250.5, 8.2].map(toCents)).toEqual([101, 29, 435, 125_050, 820]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (cents) => toCents(toEuros(cents)) === cents));
  });

  it("le prorata s'arrondit au centime, le demi-centime vers le haut", () => {
    expect(prorata(600_000, 1.6 / 12)).toBe(80_000);
    expect(prorata(101, 0.5)).toBe(51);
    expect(prorata(900_000, 101 / 192)).toBe(473_438);
  });

  it("un partage rend tout ce qu'il reçoit, aux plus forts restes, à égalité au premier", () => {
    expect(spread(200_000, [12, 6])).toEqual([133_333, 66_667]);
    expect(spread(100, [1, 1, 1])).toEqual([34, 33, 33]);
    // Des restes égaux, que des fractions binaires ne disent pas tels : les premiers les prennent.
    expect(spread(3093, [12, 12, 3])).toEqual([1375, 1375, 343]);
    expect(spread(-3093, [12, 12, 3])).toEqual([-1375, -1375, -343]);
    expect(spread(500, [0, 0])).toEqual([500, 0]);
    const weights = fc.array(fc.double({ min: 0, max: 36, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_00 }), weights, (total, parts) => {
        const shares = spread(total, parts);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        expect(shares.every((share) => share >= 0 && Number.isInteger(share))).toBe(true);
      }),
    );
  });

  it("s'affichent à la française", () => {
    expect(formatEuros(123_450).replaceAll(/\s/g, " ")).toBe("1 234,50 €");
    const french = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" });
    fc.assert(fc.property(fc.integer({ min: -1e13, max: 1e13 }), (cents) => formatEuros(cents) === french.format(cents / 100)));
  });
});
