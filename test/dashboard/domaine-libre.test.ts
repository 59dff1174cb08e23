import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cpro, root } from "../cli/run.ts";
import { lignesDuFichier } from "../export/lire.ts";

// The words of a parcours may name a person: only those of the fiches projet are published.

let travail = "";
beforeAll(() => {
  travail = mkdtempSync(join(tmpdir(), "cpro-domaine-"));
});
afterAll(() => rmSync(travail, { recursive: true }));

/** A copy of a dossier, with the domain of its first parcours, or of its fiche, in other words (a YAML text). */
function dossier(nom: string, { parcours = [], fiche }: { parcours?: readonly string[]; fiche?: string }): string {
  const copie = join(travail, nom);
  cpSync(`${root}fixtures/umih-hdf`, copie, { recursive: true });
  const recrire = (fichier: string, mots: string): void =>
    writeFileSync(
      fichier,
      readFileSync(fichier, "utf8").replace(/^( +(?:- )?domaine: ).*$/m, (_, debut) => debut + mots),
    );
  const fichiers = readdirSync(join(copie, "parcours")).sort();
  for (const [rang, mots] of parcours.entries()) recrire(join(copie, "parcours", fichiers[rang] ?? ""), mots);
  if (fiche !== undefined) recrire(join(copie, "fiche.yaml"), fiche);
  return copie;
}

async function publier(source: string, format: string, ...options: string[]) {
  const output = join(travail, `t-${Math.random()}.${format}`);
  const commun = ["--semester", "2025-S1", "--date", "2025-07-10", "--format", format, "--output", output];
  return { output, ...(await cpro(["dashboard", source, ...commun, ...options])) };
}

/** Everything a file says, and its record. */
async function textes(fichier: string): Promise<string> {
  const releve = readdirSync(travail).filter((nom) => nom.endsWith(".diffusion.json"));
  const autour = releve.map((nom) => readFileSync(join(travail, nom), "utf8")).join();
  if (fichier.endsWith(".parquet")) return JSON.stringify(await lignesDuFichier(fichier)) + autour;
  if (!fichier.endsWith(".xlsx")) return readFileSync(fichier, "utf8") + autour;
  return (
    Object.values(unzipSync(readFileSync(fichier)))
      .map((part) => strFromU8(part))
      .join() + autour
  );
}

const indiscrets = ['"Jeanne Exemplaire, née le 12/03/1990"', '"SIRET 900 000 001 00012"', '"Cuisine \\e[31mrouge"', "jeanne@exemple.fr"];

// The data of json and parquet are those of csv: CPRO_ATTAQUE=1 tries them too.
describe.each(["csv", "html", "xlsx", ...(process.env.CPRO_ATTAQUE ? ["json", "parquet"] : [])])("en %s", (format) => {
  test("les mots d'un parcours ne deviennent jamais une catégorie, et l'on dit combien ils sont", async () => {
    const source = dossier(format, { parcours: indiscrets });
    const { code, err, output } = await publier(source, format, "--diffusion", "publique");
    // The sign that commands a terminal makes its file unreadable: it is left aside, and said.
    expect(code, err).toBe(1);
    expect(err).toMatch(/1 fichier laissé de côté/);
    expect(err).toMatch(/3 parcours au domaine absent de leur fiche projet/);
    const dit = await textes(output);
    for (const trace of ["Jeanne", "jeanne", "12/03/1990", "00012", "\u001b", "rouge"]) expect(dit).not.toContain(trace);
    for (const trace of ["Jeanne", "00012", "\u001b[31m"]) expect(err).not.toContain(trace);
  });
});

test("le domaine de la fiche, écrit autrement dans un parcours, est celui de la fiche", async () => {
  const [, mots = ""] = /domaine: (.*)$/m.exec(readFileSync(`${root}fixtures/umih-hdf/fiche.yaml`, "utf8")) ?? [];
  const source = dossier("casse", { parcours: [`"  ${mots.replaceAll('"', "").toUpperCase().replaceAll(" ", "  ")} "`] });
  const { err, output } = await publier(source, "json", "--diffusion", "interne");
  expect(err).not.toMatch(/domaine absent/);
  const { tables } = JSON.parse(readFileSync(output, "utf8"));
  const { cellules } = tables.find(({ id }: { id: string }) => id === "C2.domaine");
  const inconnus = cellules.find(
    (une: { mesure: string; codes: { domaine: string } }) => une.codes.domaine === "non_connu" && une.mesure === "cumul",
  );
  expect(inconnus?.valeur ?? 0).toBe(0);
});

test("sans sa fiche, un parcours n'a pas de domaine connu", async () => {
  const source = dossier("sans fiche", {});
  rmSync(join(source, "fiche.yaml"));
  const { err } = await publier(source, "json", "--diffusion", "interne");
  expect(err).toMatch(/59 parcours au domaine absent de leur fiche projet, ou sans fiche projet/);
});

describe("un domaine de la fiche elle-même est refusé, et rien n'est écrit, s'il contient", () => {
  test.each([
    ["un caractère invisible", '"Cui\\u200Bsine"', /caractère de contrôle ou invisible/],
    ["neuf chiffres", '"Cuisine 900000001"', /un nombre d'au moins neuf chiffres/],
    ["neuf chiffres écartés", '"Cuisine 900 000.001"', /un nombre d'au moins neuf chiffres/],
    ["une adresse", '"cuisine@exemple.fr"', /une adresse électronique/],
  ])("%s", async (nom, mots, attendu) => {
    const source = dossier(`fiche ${nom}`, { fiche: mots });
    for (const [commande, ...suite] of [
      ["dashboard", "--format", "csv"],
      ["export", "--key-file", join(travail, "cle")],
    ]) {
      const sortie = join(travail, `jamais-${nom}`);
      const { code, err, out } = await cpro([
        commande ?? "",
        source,
        "--semester",
        "2025-S1",
        "--date",
        "2025-07-10",
        "--output",
        sortie,
        ...suite,
      ]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(attendu);
      expect(readdirSync(travail)).not.toContain(`jamais-${nom}`);
    }
  });

  test("un caractère de contrôle : la fiche ne se lit pas, et rien de ses mots ne se montre", async () => {
    const source = dossier("controle", { fiche: '"Cuisine \\e[31m"' });
    const { code, err, output } = await publier(source, "json");
    expect(code).toBe(1);
    expect(err).toMatch(/laissé de côté.*fiche\.yaml/);
    expect(readFileSync(output, "utf8")).not.toContain("Cuisine");
  });

  test("huit chiffres, une année ou un code ne le sont pas", async () => {
    const source = dossier("chiffres", { fiche: '"NSF 334, depuis 2024-2025"' });
    expect((await publier(source, "json", "--diffusion", "interne")).code).toBe(0);
  });
});
