import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawDossier } from "../../scripts/generate/dossier.mjs";
import { kindOf } from "../../src/dossier/kinds.ts";
import type { FicheDocument, ParcoursDocument } from "../../src/dossier/load.ts";
import { templateXlsx } from "../../src/render/xlsx/template/index.ts";
import { remplir } from "../../src/saisie/template.ts";
import { root } from "../cli/run.ts";
import { modele } from "../modeles.ts";
import { atelier } from "./atelier.ts";

const base = atelier("coupure");
afterAll(() => rmSync(base, { recursive: true }));
const fichier = join(base, "classeur.xlsx");
const PARCOURS = 200;

beforeAll(async () => {
  const documents = [...drawDossier({ parcours: PARCOURS, seed: 3, until: "2025-06-30" })].map(({ data }) =>
    JSON.parse(JSON.stringify(data)),
  );
  const of = (kind: string): unknown =>
    documents.filter((data) => kindOf(data) === kind).map((data) => ({ file: "", bytes: Buffer.alloc(0), kind, data, modele }));
  writeFileSync(
    fichier,
    await templateXlsx(
      remplir({ fiches: of("fiche") as FicheDocument[], parcours: of("parcours") as ParcoursDocument[] }, [modele]),
      "2025-06-30",
    ),
  );
});

/** Runs the import in a process of its own; kills it once it has written `apres` files, if asked. */
function importer(sortie: string, apres = Number.POSITIVE_INFINITY): Promise<number | null> {
  const child = spawn(process.execPath, [`${root}bin/cpro.js`, "import", fichier, "--output", sortie, "--date", "2025-06-30"], {
    stdio: "ignore",
  });
  const watch = setInterval(() => {
    if (fichiers(sortie).length >= apres) child.kill("SIGKILL");
  }, 1);
  return new Promise((resolve) =>
    child.on("close", (code) => {
      clearInterval(watch);
      resolve(code);
    }),
  );
}

function fichiers(dossier: string): string[] {
  if (!existsSync(dossier)) return [];
  return readdirSync(dossier, { recursive: true, encoding: "utf8" }).filter((nom) => nom.endsWith(".yaml"));
}

test("tué à n'importe quel moment, un import ne laisse aucun fichier à moitié, et le relancer le finit", async () => {
  const modele = join(base, "modele");
  await importer(modele);
  const entiers = new Map(fichiers(modele).map((nom) => [nom, readFileSync(join(modele, nom), "utf8")]));
  expect(entiers.size).toBeGreaterThan(PARCOURS);
  const sortie = join(base, "coupe");
  for (const apres of [1 + Math.floor(Math.random() * 80), 100 + Math.floor(Math.random() * 60)]) {
    await importer(sortie, apres);
    const laisses = fichiers(sortie);
    expect(laisses.length).toBeLessThan(entiers.size);
    for (const nom of laisses) expect(readFileSync(join(sortie, nom), "utf8")).toBe(entiers.get(nom));
  }
  await importer(sortie);
  expect(new Map(fichiers(sortie).map((nom) => [nom, readFileSync(join(sortie, nom), "utf8")]))).toEqual(entiers);
});
