import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dictionnaireDe } from "../../src/dashboard/index.ts";
import { dictionaryMarkdown } from "../../src/render/dashboard/dictionary.ts";
import { definition } from "./bilan.ts";

const fichier = new URL("../../docs/indicateurs.md", import.meta.url);

test("docs/indicateurs.md dit ce que sont les tableaux et leurs codes", () => {
  const texte = dictionaryMarkdown(dictionnaireDe(definition));
  if (process.env.UPDATE_DOCS) writeFileSync(fichier, texte);
  expect(readFileSync(fichier, "utf8")).toBe(texte);
});
