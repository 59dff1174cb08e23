import fc from "fast-check";
import { expect, it } from "vitest";
import { formatNumber } from "../src/words/french.ts";

it("un nombre s'écrit comme en français", () => {
  const french = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });
  expect([formatNumber(1234.5), formatNumber(-3), formatNumber(0)].map((text) => text.replaceAll(/\s/g, " "))).toEqual([
    "1 234,5",
    "-3",
    "0",
  ]);
  fc.assert(fc.property(fc.maxSafeInteger(), (number) => formatNumber(number) === french.format(number)));
});
