import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Manifeste } from "../../src/export/index.ts";
import { cpro, root } from "../cli/run.ts";

const geiq = `${root}fixtures/geiq-epe`;
const lot = "lot-HDF-GEIQ-EPE-2024-2025-S1.csv";
const quand = ["--semester", "2025-S1", "--date", "2025-07-10"];

let travail = "";
let bon = "";
beforeAll(async () => {
  travail = mkdtempSync(join(tmpdir(), "cpro-refus-"));
  bon = join(travail, "bon");
  expect((await cpro(["export", geiq, ...quand, "--key-file", join(travail, "cle"), "--output", bon, "--format", "csv"])).code).toBe(0);
});
afterAll(() => rmSync(travail, { recursive: true }));

/** A copy of the good folder of lots, with something changed in it. */
function copie(nom: string, changer: (dossier: string) => void = () => {}): string {
  const dossier = join(travail, nom);
  cpSync(bon, dossier, { recursive: true });
  changer(dossier);
  return dossier;
}
const lire = (dossier: string): string => readFileSync(join(dossier, lot), "utf8");
function manifeste(dossier: string, changer: (lu: Manifeste) => unknown): void {
  const fichier = join(dossier, "manifest.json");
  const lu = JSON.parse(readFileSync(fichier, "utf8")) as Manifeste;
  changer(lu);
  writeFileSync(fichier, JSON.stringify(lu));
}
const annonce = ({ lots: [premier] }: Manifeste) => premier as Manifeste["lots"][number];
/** Changes the rows and the hash that vouches for them. */
function recrire(dossier: string, texte: string): void {
  writeFileSync(join(dossier, lot), texte);
  manifeste(dossier, (lu) => Object.assign(annonce(lu), { sha256: createHash("sha256").update(texte).digest("hex") }));
}

const domaine = (dossier: string): string =>
  (JSON.parse(readFileSync(join(dossier, "manifest.json"), "utf8")) as Manifeste).lots[0]?.fiche.domaines[0] ?? "";

async function tableau(...chemins: string[]) {
  const { code, out, err } = await cpro(["dashboard", ...chemins, ...quand, "--format", "json"]);
  return { code, out, err: err.replaceAll(travail, "") };
}
async function refus(...chemins: string[]): Promise<string> {
  const { code, out, err } = await tableau(...chemins);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(/^→ /m);
  return err;
}

describe("un lot est refusé, et rien n'est écrit", () => {
  test.each<[string, (dossier: string) => void, RegExp]>([
    [
      "quand il a changé depuis",
      (dossier) => writeFileSync(join(dossier, lot), `${lire(dossier)}\r\n`),
      /n'est plus le fichier que son manifest\.json annonce/,
    ],
    [
      "sans les lignes annoncées",
      (dossier) => manifeste(dossier, (lu) => Object.assign(annonce(lu), { parcours: 5 })),
      /a 4 lignes et son manifest\.json en annonce 5/,
    ],
    [
      "d'une version inconnue",
      (dossier) => manifeste(dossier, (lu) => Object.assign(lu, { format: "cpro/lot/2" })),
      /le format cpro\/lot\/2 n'est pas celui que lit cette version/,
    ],
    [
      "dont le manifeste a d'autres colonnes",
      (dossier) => manifeste(dossier, (lu) => lu.colonnes.pop()),
      /ses colonnes ne sont pas celles du format cpro\/lot\/1/,
    ],
    [
      "dont le manifeste n'est pas du JSON",
      (dossier) => writeFileSync(join(dossier, "manifest.json"), "{"),
      /ce manifeste n'est pas du JSON/,
    ],
    [
      "dont le manifeste est incomplet",
      (dossier) => manifeste(dossier, (lu) => Object.assign(annonce(lu), { sha256: "…" })),
      /incomplet ou abîmé/,
    ],
    [
      "dont le manifeste mène hors de son dossier",
      (dossier) => manifeste(dossier, (lu) => Object.assign(annonce(lu), { fichier: `../bon/${lot}` })),
      /incomplet ou abîmé/,
    ],
    ["annoncé mais absent", (dossier) => rmSync(join(dossier, lot)), /annoncé par son manifest\.json mais ne peut pas être lu/],
    [
      "présent mais pas annoncé",
      (dossier) => cpSync(join(dossier, lot), join(dossier, "lot-AUTRE-2025-S1.csv")),
      /lot-AUTRE-2025-S1\.csv : aucun manifest\.json de ce dossier n'annonce ce lot/,
    ],
    ["sans manifeste", (dossier) => rmSync(join(dossier, "manifest.json")), /aucun manifest\.json de ce dossier n'annonce ce lot/],
    [
      "d'un autre semestre",
      (dossier) => manifeste(dossier, (lu) => Object.assign(lu, { semestre: "2024-S2" })),
      /est un lot de 2024-S2, et le tableau de bord est celui de 2025-S1/,
    ],
    [
      "arrêté après le tableau de bord",
      (dossier) => manifeste(dossier, (lu) => Object.assign(lu, { arrete_au: "2025-12-31" })),
      /va jusqu'au 31 décembre 2025, après le 30 juin 2025/,
    ],
    [
      "dont les colonnes ne sont pas celles annoncées",
      (dossier) => recrire(dossier, lire(dossier).replace("id,entreprise", "id,employeur")),
      /n'a pas les colonnes que son manifest\.json annonce/,
    ],
    [
      "dont une ligne n'a pas de pseudonyme",
      (dossier) => recrire(dossier, lire(dossier).replace(/\r\n[0-9a-f]{32},/, "\r\n,")),
      /a une ligne sans rien dans la colonne id/,
    ],
    [
      "dont le manifeste a un jour qui n'existe pas",
      (dossier) => manifeste(dossier, (lu) => Object.assign(lu, { arrete_au: "2024-99-99" })),
      /incomplet ou abîmé, à « arrete_au »/,
    ],
    [
      "dont le manifeste a un texte pour un nombre",
      (dossier) => manifeste(dossier, (lu) => Object.assign(annonce(lu), { retenus: "0" })),
      /incomplet ou abîmé, à « lots\[0\]\.retenus »/,
    ],
    [
      "qui contient un code inconnu",
      (dossier) => recrire(dossier, lire(dossier).replace(",femme,", ",inconnue,")),
      /« inconnue » dans la colonne sexe/,
    ],
    [
      "qui contient un jour au lieu d'un semestre mal formé",
      (dossier) => recrire(dossier, lire(dossier).replace("2024-S2", "2024-S3")),
      /« 2024-S3 », qui n'est pas un semestre/,
    ],
    [
      "qui compte un semestre d'après le sien",
      (dossier) => recrire(dossier, lire(dossier).replace("2024-S2", "2025-S2")),
      /contient « 2025-S2 » dans la colonne \w+, que son manifest\.json n'annonce pas \(lot de 2025-S1\)/,
    ],
    [
      "qui dit un jour au lieu d'un semestre",
      (dossier) => recrire(dossier, lire(dossier).replace("2024-S2", "2024-11-03")),
      /contient « 2024-11-03 » dans la colonne/,
    ],
    [
      "qui contient un domaine hors de la liste du manifeste",
      (dossier) => manifeste(dossier, (lu) => Object.assign(annonce(lu).fiche, { domaines: ["Autre chose"] })),
      /dans la colonne domaine, que son manifest\.json n'annonce pas/,
    ],
    [
      "qui contient un nom pour domaine",
      (dossier) => recrire(dossier, lire(dossier).replace(domaine(dossier), "Jeanne Exemplaire")),
      /contient « Jeanne Exemplaire » dans la colonne domaine/,
    ],
    [
      "dont le manifeste annonce un numéro pour domaine",
      (dossier) => manifeste(dossier, (lu) => annonce(lu).fiche.domaines.push("SIRET 900 000 001 00012")),
      /incomplet ou abîmé/,
    ],
    [
      "dont une certification est un intitulé",
      (dossier) => recrire(dossier, lire(dossier).replace(/,RNCP\d+,/, ",Titre d'exemple,")),
      /contient « Titre d'exemple » dans la colonne certification/,
    ],
    [
      "dont une entreprise est un numéro",
      (dossier) => recrire(dossier, lire(dossier).replace(/^([0-9a-f]{32}),[0-9a-f]{32}/m, "$1,900000001")),
      /contient « 900000001 » dans la colonne entreprise/,
    ],
    [
      "dont un pseudonyme n'en est pas un",
      (dossier) => recrire(dossier, lire(dossier).replace(/^[0-9a-f]{32}/m, "EPE-001")),
      /contient « EPE-001 » dans la colonne id/,
    ],
    [
      "dont la situation est plus précise qu'elle ne doit",
      (dossier) => recrire(dossier, lire(dossier).replace(/,(autre|demandeur_emploi),/, ",salarie,")),
      /contient « salarie » dans la colonne situation_avant/,
    ],
    [
      "modifié avec son empreinte : sa signature n'est plus la sienne",
      (dossier) => recrire(dossier, lire(dossier).replace(",femme,", ",homme,")),
      /son manifest\.json n'est plus celui que le porteur a signé/,
    ],
    [
      "dont le manifeste seul a changé",
      (dossier) => manifeste(dossier, (lu) => Object.assign(annonce(lu), { retenus: 3 })),
      /son manifest\.json n'est plus celui que le porteur a signé/,
    ],
    [
      "dont la signature n'est pas une signature",
      (dossier) => manifeste(dossier, (lu) => Object.assign(lu, { signature: { algorithme: "HMAC", cle_publique: "", valeur: "" } })),
      /incomplet ou abîmé/,
    ],
    ["qui contient un montant négatif", (dossier) => recrire(dossier, lire(dossier).replace(",950,", ",-950,")), /un montant négatif/],
  ])("%s", async (nom, changer, attendu) => {
    const message = await refus(copie(nom.replaceAll(/\W+/g, "-"), changer));
    expect(message).toMatch(attendu);
  });

  test("deux fois pour la même fiche", async () => {
    expect(await refus(bon, copie("double"))).toMatch(/La fiche HDF-GEIQ-EPE-2024 a deux lots pour le même semestre/);
  });

  test("quand un parcours y est deux fois, sous deux fiches", async () => {
    const autre = copie("autre fiche", (dossier) => manifeste(dossier, (lu) => Object.assign(annonce(lu).fiche, { identifiant: "AUTRE" })));
    expect(await refus(bon, autre)).toMatch(/Un même parcours est deux fois dans ces lots \(pseudonyme [0-9a-f]{32}\)/);
  });

  test("quand les semestres se mêlent", async () => {
    const autre = copie("avant", (dossier) => manifeste(dossier, (lu) => Object.assign(lu, { semestre: "2024-S2" })));
    expect(await refus(bon, autre)).toMatch(/Ces lots sont de plusieurs semestres \(2024-S2 et 2025-S1\)/);
  });

  test("quand les fichiers de la même fiche sont donnés aussi", async () => {
    expect(await refus(bon, geiq)).toMatch(/à la fois dans .* et dans des fichiers YAML/);
  });

  test("qui n'existe pas", async () => {
    expect(await refus(join(travail, "lot-ABSENT-2025-S1.csv"))).toMatch(/lot-ABSENT-2025-S1\.csv : ce chemin n'existe pas/);
  });

  test("sans manifeste, un fichier ne sert qu'en interne, et on le dit", async () => {
    mkdirSync(join(travail, "nu"));
    const nu = join(travail, "nu", "lignes.csv");
    writeFileSync(nu, lire(bon));
    expect(await refus(nu)).toMatch(/aucun manifest\.json à côté.*ne peuvent pas être publiées/);
    const interne = await tableau(nu, "--diffusion", "interne");
    expect(interne.code).toBe(0);
    expect(interne.err).toMatch(/rien n'a pu être vérifié/);
    expect(JSON.parse(interne.out).synthese.contrats_cumul).toBe(4);
  });
});

describe("les fiches attendues", () => {
  const attendus = (...lignes: string[]): string[] => {
    const fichier = join(travail, "attendus.txt");
    writeFileSync(fichier, lignes.join("\n"));
    return ["--attendus", fichier, "--diffusion", "interne"];
  };

  test("qui n'ont rien transmis sont nommées, et la commande finit par 1", async () => {
    const { code, err, out } = await tableau(bon, ...attendus("HDF-GEIQ-EPE-2024", "", "NORD-ABSENT  # relancé en juillet"));
    expect([code, JSON.parse(out).synthese.contrats_cumul]).toEqual([1, 4]);
    expect(err).toMatch(/1 fiche attendue n'a rien transmis, sur 2 : NORD-ABSENT\./);
  });

  test("sont toutes là : rien à dire ; une autre fiche est signalée", async () => {
    const { code, err } = await tableau(bon, ...attendus("HDF-GEIQ-EPE-2024"));
    expect([code, err]).toEqual([
      0,
      "1 lot vérifié : 4 parcours.\n1 lot signé, clé inconnue : aucune clé publique n'est donnée (--cles).\n",
    ]);
    expect((await tableau(bon, ...attendus("AUTRE"))).err).toMatch(/1 fiche n'était pas attendue : HDF-GEIQ-EPE-2024/);
  });

  test("sont aussi les fiches projet acceptées qu'on donne avec les lots", async () => {
    const fiche = `${root}fixtures/umih-hdf/fiche.yaml`;
    const { code, err } = await tableau(bon, fiche, "--diffusion", "interne");
    expect(code).toBe(1);
    expect(err).toMatch(/1 fiche attendue n'a rien transmis, sur 1 : HDF-UMIH-2023 \(/);
  });

  test("ne portent rien à la connaissance de tous qui puisse désigner quelqu'un", async () => {
    for (const nom of ["jeanne@exemple.fr", "SIRET 900 000 001 00012", "NORD\u001b[31m"]) {
      expect(await refus(bon, ...attendus(nom))).toMatch(/identifiant d'une fiche attendue\) contient/);
    }
  });

  test("ne peuvent pas être une liste vide", async () => {
    expect(await refus(bon, ...attendus("# personne"))).toMatch(/ne contient aucune fiche attendue/);
  });
});

test("les lots rangés dans le dossier du porteur ne le comptent pas deux fois", async () => {
  const dossier = join(travail, "dossier");
  cpSync(geiq, dossier, { recursive: true });
  cpSync(bon, join(dossier, "lots-2025-S1"), { recursive: true });
  const { code, out, err } = await tableau(dossier, "--diffusion", "interne");
  expect([code, JSON.parse(out).synthese.contrats_cumul]).toEqual([0, 4]);
  expect(err).toMatch(/1 lot laissé de côté, car les fichiers YAML de la même fiche sont là/);
  expect(existsSync(join(dossier, "lots-2025-S1", "manifest.json"))).toBe(true);
});
