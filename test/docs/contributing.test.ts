import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../../", import.meta.url);

it("CONTRIBUTING.md nomme toutes les pièces de src, et elles seules", () => {
  const text = readFileSync(new URL("CONTRIBUTING.md", root), "utf8");
  const rows = text.match(/^\| (`[a-z]+\/`(, )?)+ \|/gm) ?? [];
  const named = rows.flatMap((row) => [...row.matchAll(/`([a-z]+)\/`/g)].map(([, room]) => room));
  const folders = readdirSync(new URL("src/", root), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(named.sort()).toEqual(folders.map(({ name }) => name).sort());
});
