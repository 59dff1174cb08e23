import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeDashboard } from "../../src/workflows/dashboard/index.ts";
import { root } from "../cli/run.ts";
import { silentIo } from "../cli/silent-io.ts";

let dossier: string;
const notes: string[] = [];
const io = { ...silentIo, note: (texte: string) => void notes.push(texte) };
const options = { semester: "2025-S1", format: "json", diffusion: "interne", date: "2025-07-10" } as const;
const parcours = (nom: string): string => join(dossier, "parcours", nom);

async function comptes(strict?: true) {
  notes.length = 0;
  const { report } = await makeDashboard([dossier], { ...options, ...(strict && { strict }) }, io);
  const chiffre = (id: string) => report.figures.find((figure) => figure.id === id)?.valeur;
  return { sources: report.sources, contrats: chiffre("contrats_cumul"), notes: notes.join("\n") };
}

function changer(nom: string, de: RegExp, en: string): void {
  const texte = readFileSync(parcours(nom), "utf8");
  expect(texte).toMatch(de);
  writeFileSync(parcours(nom), texte.replace(de, en));
}

beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), "cpro-erreurs-"));
});
afterAll(() => rmSync(dossier, { recursive: true }));

describe("un parcours qui comporte une erreur", () => {
  test("sans erreur, --strict ne change rien", async () => {
    cpSync(`${root}fixtures/geiq-epe`, dossier, { recursive: true });
    expect(await comptes(true)).toEqual(await comptes());
    expect((await comptes()).sources).toMatchObject({ ecartes: 0, imparfaits: 0 });
  });

  test("est compté hors financement si les tableaux n'ont pas besoin de ce qui est faux, laissé de côté sinon, et on le dit", async () => {
    const avant = await comptes();
    changer("EPE-001.yaml", /volontaire: \w+/, "volontaire: peut-être");
    const ailleurs = await comptes();
    expect(ailleurs.contrats).toBe(avant.contrats);
    expect(ailleurs.sources).toMatchObject({ ecartes: 0, imparfaits: 1, ineligibles: avant.sources.ineligibles + 1 });
    changer("EPE-002.yaml", /sexe: \w+/, "sexe: inconnu");
    const dedans = await comptes();
    expect(dedans.contrats).toBe((avant.contrats ?? 0) - 1);
    expect(dedans.sources.ecartes).toBe(1);
    expect(dedans.notes).toMatch(/1 fichier laissé de côté.*EPE-002\.yaml/);
    await expect(comptes(true)).rejects.toThrow(/Rien n'a été écrit : \d+ erreurs dans les fichiers/);
  });
});
