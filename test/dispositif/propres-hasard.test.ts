import { rmSync } from "node:fs";
import { dirname } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import { UserError } from "../../src/errors.ts";
import { computeProgress } from "../../src/progress/index.ts";
import { renderers } from "../../src/render/validate/index.ts";
import { checkDossier } from "../../src/validate/index.ts";
import { cpro } from "../cli/run.ts";
import { definition, dossierPropre, schema } from "./propre.ts";

/** One change of a text: words taken away, doubled, or put in the place of others of the same texts. */
const mots = [
  ...new Set(`${definition}\n${schema}`.split(/[^\p{L}\d_/$#.-]+/u).filter((mot) => mot.length > 1)),
  "null",
  "0",
  "-1",
  "1e400",
  "[]",
  "{}",
  "true",
  "__proto__",
  "constructor",
  "2025-13-45",
  "999999999",
];
const mutation = fc.record({
  ou: fc.nat(),
  quoi: fc.constantFrom("mot", "ligne", "double", "signe", "valeur"),
  mot: fc.constantFrom(...mots),
});

function muter(texte: string, { ou, quoi, mot }: { ou: number; quoi: string; mot: string }): string {
  const lignes = texte.split("\n");
  const rang = ou % lignes.length;
  const ligne = lignes[rang] ?? "";
  if (quoi === "ligne") return lignes.toSpliced(rang, 1).join("\n");
  if (quoi === "double") return lignes.toSpliced(rang, 0, ligne).join("\n");
  if (quoi === "signe") return texte.slice(0, ou % texte.length) + texte.slice((ou % texte.length) + 1);
  if (quoi === "valeur") return lignes.with(rang, ligne.replace(/: .*$/, `: ${mot}`)).join("\n");
  const trouves = [...ligne.matchAll(/[\p{L}\d_-]+/gu)];
  const choisi = trouves[ou % Math.max(1, trouves.length)];
  if (choisi === undefined) return texte;
  return lignes.with(rang, ligne.slice(0, choisi.index) + mot + ligne.slice(choisi.index + choisi[0].length)).join("\n");
}

const essais = Number(process.env.ESSAIS ?? 200);

it(`${essais} dispositifs abîmés au hasard ne font jamais plus qu'une faute dite en français`, { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(mutation, { minLength: 1, maxLength: 2 }), async (isYaml, mutations) => {
      const [yaml, json] = isYaml ? [mutations.reduce(muter, definition), schema] : [definition, mutations.reduce(muter, schema)];
      const dossier = dossierPropre({ yaml, json });
      try {
        const charge = await loadDossier([dossier]);
        const report = await checkDossier(charge, { date: "2025-06-30" });
        for (const { message } of report.diagnostics) expect(message).toMatch(/\p{L}/u);
        renderers.text(report);
        computeProgress(charge, "2025-06-30");
      } catch (error) {
        // What a command would say in French, with the code 2.
        if (!(error instanceof UserError)) throw error;
      } finally {
        rmSync(dirname(dossier), { recursive: true });
      }
    }),
    { numRuns: essais },
  );
});

it("la vraie commande rend 0, 1 ou 2, sans trace d'appel", { timeout: 120_000 }, async () => {
  const tirages = fc.sample(fc.tuple(fc.boolean(), mutation), 12);
  for (const [isYaml, une] of tirages) {
    const dossier = dossierPropre(isYaml ? { yaml: muter(definition, une) } : { json: muter(schema, une) });
    const { code, out, err } = await cpro(["validate", dossier, "--date", "2025-06-30", "--no-cache"]);
    expect([0, 1, 2]).toContain(code);
    expect(`${out}${err}`).not.toMatch(/Erreur interne|\n {4}at /);
  }
});
