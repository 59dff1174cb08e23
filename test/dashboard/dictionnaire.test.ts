import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { definitions, dimensions } from "../../src/dashboard/index.ts";
import { dictionaryMarkdown } from "../../src/render/dashboard/dictionary.ts";

const fichier = new URL("../../docs/indicateurs.md", import.meta.url);

test("docs/indicateurs.md dit ce que sont les tableaux et leurs codes", () => {
  const texte = dictionaryMarkdown({ definitions: definitions(), dimensions: dimensions() });
  if (process.env.UPDATE_DOCS) writeFileSync(fichier, texte);
  expect(readFileSync(fichier, "utf8")).toBe(texte);
});
