import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { root } from "../cli/run.ts";
import { printedBy, refreshed, transcriptsOf } from "./transcripts.ts";

const documents = ["README.md"];

it.each(documents)("les commandes montrées dans %s impriment ce qui y est montré", async (name) => {
  const text = readFileSync(root + name, "utf8");
  if (process.env.UPDATE_DOCS) writeFileSync(root + name, await refreshed(text));
  const transcripts = transcriptsOf(readFileSync(root + name, "utf8"));
  expect(transcripts.length).toBeGreaterThan(3);
  for (const { command, printed } of transcripts) expect(await printedBy(command), command).toBe(printed);
});

it("la page des règles est celle que cpro produit", async () => {
  const page = await printedBy("cpro explain --format markdown");
  if (process.env.UPDATE_DOCS) writeFileSync(`${root}docs/regles.md`, page);
  expect(readFileSync(`${root}docs/regles.md`, "utf8")).toBe(page);
});

it("la page de manuel est celle que cpro produit", async () => {
  const page = await printedBy("cpro man");
  if (process.env.UPDATE_DOCS) writeFileSync(`${root}man/cpro.1`, page);
  expect(readFileSync(`${root}man/cpro.1`, "utf8")).toBe(page);
});
