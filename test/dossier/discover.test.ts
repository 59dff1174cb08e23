import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { discover } from "../../src/dossier/discover.ts";

const folder = mkdtempSync(join(tmpdir(), "cpro motifs (1) [été] {x} "));
afterAll(() => rmSync(folder, { recursive: true }));
const folders = [
  "mon dossier (1)",
  "[a]",
  "a",
  "{a}",
  "{b,c}",
  "b",
  "plein/mon dossier (1)",
  "plein/.caché",
  "plein/node_modules/x",
  "!non",
];
beforeAll(() => {
  for (const each of folders) {
    mkdirSync(join(folder, each), { recursive: true });
    for (const name of ["EPE-001.yaml", "EPE-002.yml", "notes.txt"]) writeFileSync(join(folder, each, name), "");
  }
});

/** What a pattern that no shell expanded finds, from the folder of the test. */
const found = (pattern: string): string[] => discover([`${folder}/${pattern}`]).files.map((file) => file.slice(folder.length + 1));

describe("un motif que le terminal n'a pas développé", () => {
  it.each([
    ["mon dossier (1)/*.yaml", ["mon dossier (1)/EPE-001.yaml"]],
    ["[a]/*.yaml", ["[a]/EPE-001.yaml"]],
    ["{a}/*.y*ml", ["{a}/EPE-001.yaml", "{a}/EPE-002.yml"]],
    ["{b,c}/EPE-00?.yml", ["{b,c}/EPE-002.yml"]],
    ["!non/*.yaml", ["!non/EPE-001.yaml"]],
    ["*/mon dossier (1)/*.yaml", ["plein/mon dossier (1)/EPE-001.yaml"]],
    ["**/mon dossier (1)/*.yaml", ["mon dossier (1)/EPE-001.yaml", "plein/mon dossier (1)/EPE-001.yaml"]],
    ["[ab]/EPE-001.*", ["a/EPE-001.yaml", "b/EPE-001.yaml"]],
    ["{a,b}/*1.yaml", ["a/EPE-001.yaml", "b/EPE-001.yaml"]],
    ["{a/EPE,b/EPE}-001.yaml", ["a/EPE-001.yaml", "b/EPE-001.yaml"]],
    ["a/EPE-00[2-9].yml", ["a/EPE-002.yml"]],
    ["plein/**/*.yaml", ["plein/mon dossier (1)/EPE-001.yaml"]],
    ["plein/*/*.yaml", ["plein/mon dossier (1)/EPE-001.yaml"]],
    ["mon*/*.txt", []],
    ["a/*", ["a/EPE-001.yaml", "a/EPE-002.yml"]],
  ])("%s", (pattern, files) => expect(found(pattern)).toEqual(files));

  it("qui ne mène à rien est dit comme tel, un nom qui manque aussi", () => {
    const reasons = ["a/*.json", "mon dossier (1)/absent.yaml", "absent/*.yaml"].map(
      (path) => discover([join(folder, path)]).lost[0]?.reason,
    );
    expect(reasons).toEqual([
      "aucun fichier .yaml ou .yml ne correspond à ce motif.",
      "ce chemin n'existe pas.",
      "aucun fichier .yaml ou .yml ne correspond à ce motif.",
    ]);
  });

  it("qui demanderait des heures est essayé sans détour, ou refusé avec sa limite", () => {
    const slow = join(folder, "lent");
    mkdirSync(slow);
    for (let rank = 0; rank < 50; rank += 1) writeFileSync(join(slow, `${"a".repeat(200 + rank)}.yaml`), "");
    const started = performance.now();
    expect(found(`lent/${"*a".repeat(8)}*b.yaml`)).toEqual([]);
    expect(found(`lent/${"*a".repeat(8)}*.yaml`)).toHaveLength(50);
    for (const pattern of [`lent/[a]${"*a".repeat(8)}*b.yaml`, `**/${"*a".repeat(8)}*b.yaml`, `${"**/a*/".repeat(6)}b.yaml`])
      expect(discover([join(folder, pattern)]).lost).toMatchObject([{ reason: expect.stringContaining("plus de 3 étoiles") }]);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("une étoile et un point d'interrogation prennent ce qu'une expression régulière prendrait", () => {
    const signes = fc.constantFrom("a", "b", "*", "?");
    const noms = fc.array(fc.constantFrom("a", "b"), { minLength: 1, maxLength: 6 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(fc.array(signes, { minLength: 1, maxLength: 6 }), noms, (signs, nom) => {
        const dossier = mkdtempSync(join(folder, "essai "));
        writeFileSync(join(dossier, `${nom}.yaml`), "");
        const pattern = signs.join("");
        const attendu = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(nom);
        const trouve = discover([`${dossier}/${pattern}.yaml`]).files.length > 0;
        rmSync(dossier, { recursive: true });
        return trouve === attendu;
      }),
      { numRuns: 300 },
    );
  });
});

it("un dossier atteint par un lien et un fichier nommé deux fois se lisent une fois", () => {
  symlinkSync("a", join(folder, "lien"));
  const { files } = discover([join(folder, "lien"), `${folder}/lien/*.yaml`]);
  expect(files.map((file) => file.slice(folder.length + 1))).toEqual(["lien/EPE-001.yaml", "lien/EPE-002.yml"]);
});
