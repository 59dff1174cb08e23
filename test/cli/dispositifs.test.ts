import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root, cpro as run } from "./run.ts";

const cpro = async (...args: readonly string[]) => {
  const { code: exitCode, out: stdout, err: stderr } = await run(args);
  return { exitCode, stdout, stderr };
};

const base = mkdtempSync(join(tmpdir(), "cpro dispositifs été-"));
afterAll(() => rmSync(base, { recursive: true }));

describe("un dossier de RAE, de son seul dossier de données", () => {
  const ici = join(base, "rae");
  const RAE = ["--dispositif", "rae"];

  test("init pose le schéma, l'exemple et la suite, sans fiche", async () => {
    const { stderr, exitCode } = await cpro("init", ici, ...RAE, "--yes");
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining("« cpro new parcours --dispositif rae »")]);
    const exemple = await cpro("progress", join(ici, ".cpro/exemple"), "--date", "2025-06-30");
    expect(exemple.stdout).toContain("4 parcours, 0 fiche projet");
  });

  test("new écrit un parcours que validate accepte, et refuse une fiche", async () => {
    const donnees = { identifiant: "RAE-101", "beneficiaire.date_naissance": "1990-01-02", "beneficiaire.sexe": "femme" };
    const suite = {
      "beneficiaire.departement": "59",
      "structure.type": "esat",
      "structure.denomination": "Ateliers",
      "structure.departement": "59",
    };
    const drapeaux = Object.entries({ ...donnees, ...suite }).flatMap(([nom, valeur]) => [`--${nom}`, valeur]);
    const { exitCode } = await cpro("new", "parcours", "--dossier", ici, ...RAE, "--yes", ...drapeaux, "--date", "2025-06-30");
    expect(exitCode).toBe(0);
    const texte = readFileSync(join(ici, "parcours/RAE-101.yaml"), "utf8");
    expect(texte).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.cpro\/rae-parcours\.schema\.json\nformat: cpro\/parcours\/1\ndispositif: rae\n/,
    );
    const fiche = await cpro("new", "fiche", "--dossier", ici, ...RAE, "--yes");
    expect([fiche.exitCode, fiche.stderr]).toEqual([2, expect.stringContaining("n'a pas de fiche projet")]);
  });

  test("un classeur fait le tour : template, import, mêmes fichiers", async () => {
    cpSync(join(root, "dispositifs/rae/exemple/parcours"), join(ici, "parcours"), { recursive: true });
    const classeur = join(base, "rae.xlsx");
    expect((await cpro("template", "--from", ici, "--output", classeur)).exitCode).toBe(0);
    const { stderr, exitCode } = await cpro("import", classeur, "--output", ici, "--date", "2025-06-30");
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining("5 fichiers déjà à jour")]);
    const vide = await cpro("import", classeur, "--output", join(base, "neuf"), ...RAE, "--date", "2025-06-30");
    expect([vide.exitCode, vide.stderr]).toEqual([0, expect.stringContaining("5 fichiers écrits")]);
  });

  test("funding les nomme sans faute, export les refuse avec la raison, dashboard en fait le sien", async () => {
    const funding = await cpro("funding", ici, "--format", "json", "--date", "2025-06-30");
    const { parcours } = JSON.parse(funding.stdout) as { parcours: { identifiant: string; cout_structure: number | null }[] };
    expect(funding.exitCode).toBe(0);
    expect(parcours.find(({ identifiant }) => identifiant === "RAE-007")).toMatchObject({
      identifiant: "RAE-007",
      dispositif: "rae",
      annees: [],
      bases: [],
      manques: [],
      forfait: 0,
      reste_a_charge: 0,
      cout_structure: 1600,
    });
    const lots = await cpro("export", ici, "--semester", "2025-S1", "--output", join(base, "lots"));
    expect([lots.exitCode, lots.stderr]).toEqual([2, expect.stringContaining("rien n'est à transmettre de la RAE")]);
    const sortie = join(base, "rae.json");
    const fait = await cpro("dashboard", ici, "--semester", "2025-S1", "--date", "2025-07-01", "--format", "json", "--output", sortie);
    expect([fait.exitCode, fait.stderr]).toEqual([0, expect.stringContaining("Relevé de diffusion")]);
    const { dispositif, tables } = JSON.parse(readFileSync(sortie, "utf8")) as { dispositif: string; tables: { id: string }[] };
    expect([dispositif, tables.map(({ id }) => id)]).toEqual(["rae", expect.arrayContaining(["RAE1", "RAE2", "RAE3"])]);
  });

  test("un dispositif inconnu est dit à sa place, avec le plus proche", async () => {
    const file = join(base, "faux.yaml");
    writeFileSync(
      file,
      readFileSync(join(root, "dispositifs/rae/exemple/parcours/RAE-007.yaml"), "utf8").replace("dispositif: rae", "dispositif: raes"),
    );
    const { stdout, exitCode } = await cpro("validate", file);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("Vouliez-vous dire « rae » ?");
    expect(stdout).toMatch(/faux\.yaml:2:13/);
  });
});

describe("un dossier qui mêle VAE inversée et RAE", () => {
  const ici = join(base, "mêlé");
  beforeAll(() => {
    cpSync(join(root, "fixtures/geiq-epe"), ici, { recursive: true });
    cpSync(join(root, "dispositifs/rae/exemple/parcours"), join(ici, "parcours"), { recursive: true });
  });

  test("funding donne à chaque contrat ce qu'il avait seul, et met les autres à part", async () => {
    const [seul, mele] = await Promise.all(
      [join(root, "fixtures/geiq-epe"), ici].map(async (dossier) =>
        JSON.parse((await cpro("funding", dossier, "--format", "json", "--date", "2025-06-30")).stdout),
      ),
    );
    // Its totals are those of its own lines: nothing is due for the others, nor spent.
    expect(mele.totaux).toEqual({ ...seul.totaux, parcours: seul.totaux.parcours + 4, eligibles: seul.totaux.eligibles + 4 });
    expect(mele.parcours.slice(0, seul.parcours.length)).toEqual(seul.parcours);
    expect(mele.parcours.length).toBe(seul.parcours.length + 4);
  });

  test("validate et progress suivent chacun par le sien", async () => {
    const validate = await cpro("validate", ici, "--date", "2025-06-30", "--format", "json");
    const regles = (JSON.parse(validate.stdout) as { diagnostics: { fichier: string; regle: string }[] }).diagnostics;
    expect(regles.filter(({ fichier }) => fichier.includes("RAE-")).map(({ regle }) => regle)).toEqual(Array(4).fill("rae-direction"));
    expect(regles.filter(({ fichier }) => !fichier.includes("RAE-")).every(({ regle }) => !regle.startsWith("rae-"))).toBe(true);
    const progress = await cpro("progress", ici, "--date", "2025-06-30", "--who", "encadrant");
    expect(progress.exitCode).toBe(0);
  });

  test("dispositifs compte les parcours de chacun, et dit l'un en entier", async () => {
    const liste = await cpro("dispositifs", "--dossier", ici);
    expect(liste.stdout).toMatch(/^vae_inversee +VAE inversée +\d+ +5$/m);
    expect(liste.stdout).toMatch(/^rae +RAE +7 +4$/m);
    const un = JSON.parse((await cpro("dispositifs", "rae", "--dossier", ici, "--format", "json")).stdout);
    expect(un).toMatchObject({ format: "cpro/dispositifs/1", dispositifs: [{ identifiant: "rae", parcours: 4, financement: null }] });
    expect(un.dispositifs[0].etapes.map(({ id }: { id: string }) => id)).toEqual([
      "contractualisation",
      "positionnement",
      "comparaison",
      "dossier",
      "jury-blanc",
      "jury",
      "remise",
    ]);
  });
});

test("verifier dit d'un dispositif à soi ce qui y manque, ou que ce n'en est pas un", async () => {
  const dossier = join(base, "chantier/dispositifs/accueil");
  cpSync(join(root, "dispositifs/rae"), dossier, { recursive: true });
  for (const nom of [
    "dispositif.yaml",
    "parcours.schema.json",
    ...["5", "6", "7", "8"].map((rang) => `exemple/parcours/RAE-00${rang}.yaml`),
  ]) {
    const texte = readFileSync(join(dossier, nom), "utf8");
    const sien = texte
      .replace(/^(identifiant|dispositif): rae$/m, "$1: accueil")
      .replace('"const": "rae"', '"const": "accueil"')
      .replaceAll('"../../schemas/', '"');
    writeFileSync(join(dossier, nom), sien);
  }
  const { exitCode, stdout, stderr } = await cpro("dispositifs", "verifier", dossier, "--date", "2025-06-30");
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining("La règle « rae-lettre » n'a pas d'exemple qui l'enfreint.")]);
  expect(stderr).toMatch(/12 avertissements/);
  const rien = await cpro("dispositifs", "verifier", join(base, "rien"));
  expect([rien.exitCode, rien.stderr]).toEqual([2, expect.stringContaining("n'existe pas")]);
});
