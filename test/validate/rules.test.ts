import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { casesOf, ruleIds } from "../../scripts/rule-cases.mjs";
import { reference } from "../../src/legal/index.ts";
import { rules } from "../../src/validate/rules/index.ts";
import { foundLines } from "./fixtures.ts";

const ids = rules.map(({ id }) => id);

describe("le catalogue des règles", () => {
  it("compte chaque fichier de règle une fois, sous son nom et dans le dossier de sa famille", () => {
    const files = readdirSync(new URL("../../src/validate/rules/", import.meta.url), { recursive: true, encoding: "utf8" });
    const expected = files.filter((file) => file.endsWith(".ts") && file !== "index.ts");
    expect(rules.map(({ famille, id }) => join(famille, `${id}.ts`)).toSorted()).toEqual(expected.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("n'a pas d'exemples d'une règle disparue", () => {
    expect(ruleIds()).toEqual(ids.toSorted());
  });

  it.each(rules)("$id dit l'obligation en une phrase et cite ses sources", ({ summary, references }) => {
    expect(summary).toMatch(/^\p{Lu}.*\.$/u);
    expect(references).not.toEqual([]);
    for (const id of references) expect(reference(id).titre).toBeTruthy();
  });
});

describe.each(ids)("%s", (id) => {
  const cases = casesOf(id);

  it("a un exemple juste et un exemple fautif, qui dit ce qu'il attend", () => {
    expect(new Set(cases.map(({ name }) => /^(ok|ko)/.exec(name)?.[0]))).toEqual(new Set(["ok", "ko"]));
    for (const { name, expected } of cases) expect([name, expected.length > 0]).toEqual([name, name.startsWith("ko")]);
  });

  it.each(cases)("$name", async (example) => {
    const found = await foundLines(example);
    const own = found.filter((line) => line.endsWith(` ${id}`));
    expect(own).toEqual(example.expected);
    expect(found.filter((line) => !own.includes(line) && isFault(line))).toEqual([]);
  });
});

/** An example has no other fault than its own; checked without its fiche, a parcours is only told so. */
function isFault(line: string): boolean {
  return !line.includes(" info ") && !line.endsWith(" avertissement dossier-fiche-connue");
}
