import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { root } from "../cli/run.ts";
import { checkout, freshFolder, printedBy, refreshed, transcriptsOf } from "./transcripts.ts";

const documents = [
  { name: "README.md", folder: checkout },
  { name: "docs/guide.md", folder: freshFolder },
];

it.each(documents)("les commandes montrées dans $name impriment ce qui y est montré", async ({ name, folder }) => {
  const text = readFileSync(root + name, "utf8");
  if (process.env.UPDATE_DOCS) writeFileSync(root + name, await refreshed(text, folder()));
  const transcripts = transcriptsOf(readFileSync(root + name, "utf8"));
  expect(transcripts.length).toBeGreaterThan(3);
  const here = folder();
  for (const { command, printed } of transcripts) {
    const now = await printedBy(command, here);
    if (printed !== undefined) expect(now, command).toBe(printed);
  }
});

it("la page des règles est celle que cpro produit", async () => {
  const page = await printedBy("cpro explain --format markdown", root);
  if (process.env.UPDATE_DOCS) writeFileSync(`${root}docs/regles.md`, page);
  expect(readFileSync(`${root}docs/regles.md`, "utf8")).toBe(page);
});

it.each(["", ...readdirSync(`${root}dispositifs`).filter((name) => !name.includes("."))])(
  "la page du dispositif %s est celle que cpro produit",
  async (nom) => {
    const page = await printedBy(`cpro dispositifs ${nom} --dossier docs/dispositifs --format markdown`.replace("  ", " "), root);
    const file = `${root}docs/dispositifs/${nom === "" ? "README" : nom}.md`;
    if (process.env.UPDATE_DOCS) writeFileSync(file, page);
    expect(readFileSync(file, "utf8")).toBe(page);
  },
);

it("la page de manuel est celle que cpro produit", async () => {
  const page = await printedBy("cpro man", root);
  if (process.env.UPDATE_DOCS) writeFileSync(`${root}man/cpro.1`, page);
  expect(readFileSync(`${root}man/cpro.1`, "utf8")).toBe(page);
});
