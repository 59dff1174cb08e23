import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Parcours } from "../../src/generated/parcours.ts";
import { cpro, root } from "../cli/run.ts";
import { textsOf } from "../fixtures/files.ts";
import { lignesDuFichier, manifesteDuDossier } from "./lire.ts";

let travail = "";
let cle = "";
beforeAll(() => {
  travail = mkdtempSync(join(tmpdir(), "cpro-dossier d'été "));
  cle = join(travail, "clé");
});
afterAll(() => rmSync(travail, { recursive: true }));

async function exporter(source: string, output: string, ...options: string[]) {
  const commun = ["--semester", "2025-S1", "--date", "2025-07-10", "--key-file", cle, "--output", output];
  return cpro(["export", source, ...commun, ...options], { cwd: travail });
}
/** All that an export wrote, as a text editor shows it. */
const toutDe = (dossier: string): string =>
  readdirSync(dossier)
    .map((nom) => readFileSync(join(dossier, nom), "latin1"))
    .join("\n");

/** Every text of a document, wherever it stands. */
function textes(valeur: unknown): string[] {
  if (typeof valeur === "object" && valeur !== null) return Object.values(valeur).flatMap(textes);
  return valeur === undefined || valeur === null ? [] : [String(valeur)];
}

describe.each(["geiq-epe", "umih-hdf"])("le lot de %s", (nom) => {
  test.each(["csv", "parquet"])("en %s ne contient rien de ce qui nomme une personne ou une entreprise", async (format) => {
    const dossier = join(travail, `${nom} ${format}`);
    const { code, out, err } = await exporter(`${root}fixtures/${nom}`, dossier, "--format", format);
    expect(code).toBe(0);
    const ecrit = toutDe(dossier) + out;
    const documents = [...textsOf(`${root}fixtures/${nom}/parcours`).values()].map((texte): Parcours => parse(texte));
    const { lots, ...propre } = manifesteDuDossier(dossier);
    // The lot's own words, and what DGEFP has already.
    const permis = JSON.stringify([propre, lots.flatMap(({ fiche }) => [fiche.identifiant, ...fiche.domaines])]);
    const interdits = documents.flatMap(({ fiche: _, certification, opco: __, ...parcours }) =>
      textes([parcours, certification?.intitule]),
    );
    const longs = interdits.filter(
      (texte) => texte.length > 5 && !permis.includes(texte) && !/^[a-z_]+$/.test(texte) && !/^\d{1,6}$/.test(texte),
    );
    expect(longs.length).toBeGreaterThan(40);
    expect(longs.filter((texte) => ecrit.includes(Buffer.from(texte).toString("latin1")))).toEqual([]);
    expect(ecrit + err).not.toContain(readFileSync(cle, "utf8").trim());
  });
});

describe("cpro export", () => {
  test("annonce ce qu'il a écrit : lignes, empreinte, version, semestre, et le rapport de risque en clair", async () => {
    const dossier = join(travail, "annoncé");
    const { out, err } = await exporter(`${root}fixtures/geiq-epe`, dossier, "--k", "3");
    const manifeste = manifesteDuDossier(dossier);
    const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    expect(manifeste).toMatchObject({ format: "cpro/lot/1", version, semestre: "2025-S1", arrete_au: "2025-06-30" });
    for (const { fichier, sha256, parcours } of manifeste.lots) {
      expect(sha256).toBe(
        createHash("sha256")
          .update(readFileSync(join(dossier, fichier)))
          .digest("hex"),
      );
      expect((await lignesDuFichier(join(dossier, fichier))).length).toBe(parcours);
    }
    expect(manifeste.lots.map(({ fichier }) => fichier)).toEqual(["lot-HDF-GEIQ-EPE-2024-2025-S1.parquet"]);
    expect(readFileSync(join(dossier, "risque.txt"), "utf8")).toBe(out);
    expect(out).toMatch(/k = 4 \(demandé : 3\) ; l = 3\./);
    expect(out).toMatch(/laissées de côté.*tranche_age \(4\)/);
    expect(err).toMatch(/1 parcours sans contrat conclu/);
    expect((await exporter(`${root}fixtures/geiq-epe`, join(travail, "sans k"))).out).toMatch(/Données personnelles pseudonymisées/);
  });

  test("fait les mêmes octets des mêmes fichiers", async () => {
    for (const nom of ["un", "deux"]) await exporter(`${root}fixtures/geiq-epe`, join(travail, nom));
    expect(toutDe(join(travail, "deux"))).toBe(toutDe(join(travail, "un")));
  });

  test("crée la clé dans le dossier de configuration, et dit où", async () => {
    const config = join(travail, "config");
    const args = ["export", `${root}fixtures/geiq-epe`, "--semester", "2025-S1", "--output", join(travail, "par défaut")];
    const { code, err } = await cpro(args, { env: { NO_COLOR: "1", XDG_CONFIG_HOME: config, APPDATA: config, HOME: config } });
    expect(code).toBe(0);
    const [, chemin = ""] = /Clé des pseudonymes créée : (.+?)\. Gardez-la/.exec(err) ?? [];
    expect(chemin.startsWith(config)).toBe(true);
    expect(statSync(chemin).size).toBe(65);
  });

  test("fait un lot par fiche ; celui d'une fiche sans contrat conclu est vide, et se lit", async () => {
    const source = join(travail, "deux fiches");
    mkdirSync(source);
    const [fiche = "", parcours = ""] = ["fiche", "parcours/EPE-001"].map((nom) =>
      readFileSync(`${root}fixtures/geiq-epe/${nom}.yaml`, "utf8"),
    );
    writeFileSync(join(source, "fiche.yaml"), fiche);
    writeFileSync(join(source, "autre.yaml"), fiche.replace("HDF-GEIQ-EPE-2024", "Été / 2025"));
    writeFileSync(join(source, "EPE-001.yaml"), parcours);
    const dossier = join(travail, "lots de deux");
    expect((await exporter(source, dossier, "--format", "csv")).out).toMatch(/Aucune ligne : aucun contrat conclu/);
    const { lots } = manifesteDuDossier(dossier);
    expect(lots.map(({ fiche: { identifiant }, parcours: nombre }) => [identifiant, nombre])).toEqual([
      ["HDF-GEIQ-EPE-2024", 1],
      ["Été / 2025", 0],
    ]);
    expect(lots[1]?.fichier).toMatch(/^lot-Été_2025-[0-9a-f]{8}-2025-S1\.csv$/);
    const { code, out } = await cpro([
      "dashboard",
      dossier,
      "--semester",
      "2025-S1",
      "--date",
      "2025-07-10",
      "--diffusion",
      "interne",
      "--format",
      "json",
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out).synthese).toMatchObject({ contrats_cumul: 1, projets_acceptes: 2 });
  });

  test("n'écrase rien sans --force, et jamais ne laisse un lot hors de son manifeste", async () => {
    const dossier = join(travail, "existant");
    await exporter(`${root}fixtures/geiq-epe`, dossier);
    const avant = toutDe(dossier);
    const encore = await exporter(`${root}fixtures/geiq-epe`, dossier, "--k", "3");
    expect([encore.code, toutDe(dossier)]).toEqual([2, avant]);
    expect(encore.err).toMatch(/contient déjà des lots/);
    const autreForme = await exporter(`${root}fixtures/geiq-epe`, dossier, "--format", "csv", "--force");
    expect([autreForme.code, toutDe(dossier)]).toEqual([2, avant]);
    expect(autreForme.err).toMatch(/contient d'autres lots/);
    expect((await exporter(`${root}fixtures/geiq-epe`, dossier, "--k", "3", "--force")).code).toBe(0);
    expect(toutDe(dossier)).not.toBe(avant);
  });

  test.each([
    ["un semestre faux", ["--semester", "2025"], /n'est pas un semestre/],
    ["un k de 1", ["--k", "1"], /n'est pas un nombre entier d'au moins 2/],
    ["une clé dans le lot", ["--key-file", "lots-2025-S1/clé", "--output", "lots-2025-S1"], /serait dans le dossier des lots/],
    ["un fichier à la place du dossier", ["--output", "clé"], /est un fichier/],
    ["un dossier impossible", ["--output", "clé/lots"], /n'a pas pu être écrit/],
    ["rien à lire", ["config-vide"], /config-vide : ce chemin n'existe pas/],
  ])("refuse %s, sans rien écrire", async (_, options, attendu) => {
    await exporter(`${root}fixtures/geiq-epe`, join(travail, "pour la clé"), "--force");
    const source = options[0] === "config-vide" ? [] : [`${root}fixtures/geiq-epe`];
    const { code, out, err } = await cpro(
      ["export", ...source, "--semester", "2025-S1", "--date", "2025-07-10", "--key-file", "clé", ...options],
      { cwd: travail },
    );
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(attendu);
    expect(existsSync(join(travail, "lots-2025-S1"))).toBe(false);
  });

  test("refuse deux personnes sous un même identifiant, dont les pseudonymes seraient les mêmes", async () => {
    const source = join(travail, "doublon");
    mkdirSync(source);
    const texte = readFileSync(`${root}fixtures/geiq-epe/parcours/EPE-001.yaml`, "utf8");
    for (const sexe of ["femme", "homme"]) writeFileSync(join(source, `${sexe}.yaml`), texte.replace(/sexe: .*/, `sexe: ${sexe}`));
    const { code, err } = await exporter(source, join(travail, "jamais"));
    expect(code).toBe(2);
    expect(err).toMatch(/Deux parcours de la fiche HDF-GEIQ-EPE-2024 portent le même identifiant/);
    expect(existsSync(join(travail, "jamais"))).toBe(false);
  });
});
