import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What is installed with cpro may be used and passed on freely. */
const admises = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "Unlicense",
  "(MIT OR GPL-3.0-or-later)",
  "(MIT AND Zlib)",
]);

interface Paquet {
  dev?: boolean;
  license?: string;
}

it("chaque paquet installé avec cpro a une licence connue, qui permet d'en user et de le transmettre", () => {
  const { packages } = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")) as {
    packages: Record<string, Paquet>;
  };
  const installes = Object.entries(packages).filter(([nom, { dev }]) => nom !== "" && dev !== true);
  expect(installes.length).toBeGreaterThan(20);
  expect(installes.filter(([, { license = "" }]) => !admises.has(license)).map(([nom, { license }]) => `${nom} : ${license}`)).toEqual([]);
});
