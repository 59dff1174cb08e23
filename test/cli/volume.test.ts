import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { avecContrat } from "../../src/dossier/contrats.ts";
import { loadDossier } from "../../src/dossier/load.ts";
import { computeFunding } from "../../src/funding/index.ts";
import { checkDossier } from "../../src/validate/index.ts";
import { cpro, root } from "./run.ts";

let ici: string;
let parcours: string;
beforeAll(() => {
  ici = mkdtempSync(join(tmpdir(), "cpro-volume-"));
  cpSync(`${root}fixtures/geiq-epe/fiche.yaml`, join(ici, "fiche.yaml"));
  parcours = readFileSync(`${root}fixtures/geiq-epe/parcours/EPE-001.yaml`, "utf8");
});
afterAll(() => rmSync(ici, { recursive: true }));

const lignes = (nombre: number, ligne: (rang: number) => string): string =>
  Array.from({ length: nombre }, (_, rang) => ligne(rang)).join("");
const avecDepenses = (texte: string): string => parcours.replace("  depenses:\n", `  depenses:\n${texte}`);
const depense = (rang: number, montant: string): string =>
  `    - {composante: pedagogique, montant: ${montant}, date: 2024-12-20, facture: F${rang}}\n`;

/** The processor time of one run on a file of so many, in ms. */
async function duree(texte: string): Promise<number> {
  const file = join(ici, "EPE-001.yaml");
  writeFileSync(file, texte);
  const avant = process.cpuUsage();
  const dossier = avecContrat(await loadDossier([file, join(ici, "fiche.yaml")]));
  const { ineligible: motifs } = await checkDossier(dossier, { date: "2025-07-01" });
  if (dossier.parcours.length > 0)
    computeFunding({ parcours: dossier.parcours, dossier, motifs, date: "2025-07-01", lecture: "cahier_des_charges" });
  const { user, system } = process.cpuUsage(avant);
  return (user + system) / 1000;
}

// Twice as much takes about twice as long; four times as long would be quadratic.
describe("deux fois plus ne prend pas quatre fois plus de temps", () => {
  test.each<[string, number, (nombre: number) => string]>([
    ["clés inconnues", 15_000, (n) => parcours + lignes(n, (rang) => `cle${rang}: 1\n`)],
    ["clés répétées", 15_000, (n) => parcours + lignes(n, () => "fiche: X\n")],
    ["dépenses", 15_000, (n) => avecDepenses(lignes(n, (rang) => depense(rang, "1")))],
    ["dépenses fausses", 8_000, (n) => avecDepenses(lignes(n, (rang) => depense(rang, "un")))],
    ["éléments d'une liste", 100_000, (n) => `${parcours}liste: [${lignes(n, () => "1, ")}]\n`],
  ])("%s", async (_, nombre, fichier) => {
    await duree(fichier(nombre));
    const mesures = { simple: await duree(fichier(nombre)), double: await duree(fichier(2 * nombre)) };
    // Short runs are mostly starting up and collecting.
    expect(mesures.double).toBeLessThan(3.5 * mesures.simple + 150);
  });
});

test("un fichier de dix mille fautes en dit mille, et combien d'autres", async () => {
  writeFileSync(join(ici, "EPE-001.yaml"), parcours + lignes(10_000, (rang) => `cle${rang}: 1\n`));
  const { code, out } = await cpro(["validate", join(ici, "EPE-001.yaml"), join(ici, "fiche.yaml")]);
  expect(code).toBe(1);
  expect(out).toMatch(/… et 9.000 autres/);
  expect(out.split("\n").length).toBeLessThan(6_000);
});

test("un fichier déraisonnable est refusé avec la limite", async () => {
  writeFileSync(join(ici, "EPE-001.yaml"), `${parcours}# ${"x".repeat(5_000_000)}\n`);
  const { code, out } = await cpro(["validate", join(ici, "EPE-001.yaml")]);
  expect(code).toBe(1);
  expect(out).toMatch(/ne lit pas les fichiers de plus de 5 Mo/);
});
