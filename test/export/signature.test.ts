import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Manifeste } from "../../src/export/index.ts";
import { cpro, root } from "../cli/run.ts";

const geiq = `${root}fixtures/geiq-epe`;
const quand = ["--semester", "2025-S1", "--date", "2025-07-10"];

let travail = "";
let cles = "";
beforeAll(async () => {
  travail = mkdtempSync(join(tmpdir(), "cpro-signature-"));
  cles = join(travail, "clés des porteurs");
  mkdirSync(cles);
  await exporter("bon");
  cpSync(join(travail, "bon.clé.publique.pem"), join(cles, "geiq-epe.pem"));
});
afterAll(() => rmSync(travail, { recursive: true }));

async function exporter(nom: string, ...options: string[]) {
  const sortie = ["--key-file", join(travail, `${nom}.clé`), "--output", join(travail, nom), "--format", "csv"];
  return cpro(["export", geiq, ...quand, ...sortie, ...options]);
}
async function tableau(nom: string, ...options: string[]) {
  return cpro(["dashboard", join(travail, nom), ...quand, "--format", "json", "--diffusion", "interne", ...options]);
}

/** A copy of the good lots whose manifest says something else, with a hash that is right. */
function falsifier(nom: string, changer: (lu: Manifeste) => unknown): void {
  const dossier = join(travail, nom);
  cpSync(join(travail, "bon"), dossier, { recursive: true });
  const lu = JSON.parse(readFileSync(join(dossier, "manifest.json"), "utf8")) as Manifeste;
  for (const un of lu.lots) {
    const texte = readFileSync(join(dossier, un.fichier), "utf8").replace(",femme,", ",homme,");
    writeFileSync(join(dossier, un.fichier), texte);
    un.sha256 = createHash("sha256").update(texte).digest("hex");
  }
  changer(lu);
  writeFileSync(join(dossier, "manifest.json"), JSON.stringify(lu));
}

describe("un lot signé", () => {
  test("par une clé qu'on a reçue le dit, sans rien reprocher", async () => {
    const { code, err } = await tableau("bon", "--cles", cles);
    expect(code, err).toBe(0);
    expect(err).toMatch(/Signé par geiq-epe\.pem : HDF-GEIQ-EPE-2024\./);
  });

  test("l'est encore quand le manifeste a changé d'espaces et non de sens", async () => {
    cpSync(join(travail, "bon"), join(travail, "espaces"), { recursive: true });
    const fichier = join(travail, "espaces", "manifest.json");
    writeFileSync(fichier, `${JSON.stringify(JSON.parse(readFileSync(fichier, "utf8")), null, 4).replaceAll("\n", "\r\n")}`);
    expect((await tableau("espaces", "--cles", cles)).err).toMatch(/Signé par geiq-epe\.pem/);
  });

  test("par une autre clé est de clé inconnue, et la commande finit par 1", async () => {
    await exporter("autre");
    const { code, err } = await tableau("autre", "--cles", cles);
    expect(code).toBe(1);
    expect(err).toMatch(/1 lot signé, clé inconnue de .*clés des porteurs :/);
  });

  test("sans clé donnée n'est pas dit vérifié de quelqu'un", async () => {
    const { code, err } = await tableau("bon");
    expect([code, /clé inconnue : aucune clé publique n'est donnée \(--cles\)/.test(err)]).toEqual([0, true]);
  });
});

describe("un lot modifié dont l'empreinte est refaite", () => {
  test("avec sa signature d'origine est refusé", async () => {
    falsifier("gardée", () => {});
    const { code, out, err } = await tableau("gardée", "--cles", cles);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/n'est plus celui que le porteur a signé/);
  });

  test("sans signature est dit non signé, avec et sans --cles", async () => {
    falsifier("ôtée", (lu) => Reflect.deleteProperty(lu, "signature"));
    for (const [options, attendu] of [
      [[], 0],
      [["--cles", cles], 1],
    ] as const) {
      const { code, err } = await tableau("ôtée", ...options);
      expect(code).toBe(attendu);
      expect(err).toMatch(/1 lot non signé/);
      expect(err).not.toMatch(/Signé par/);
    }
  });

  test("signé de nouveau par qui l'a modifié est de clé inconnue", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    falsifier("resignée", (lu) => {
      Reflect.deleteProperty(lu, "signature");
      const valeur = sign(null, Buffer.from(`cpro manifest\n${JSON.stringify(lu)}`), privateKey).toString("base64");
      const cle_publique = publicKey.export({ format: "der", type: "spki" }).toString("base64");
      lu.signature = { algorithme: "Ed25519", cle_publique, valeur };
    });
    const { code, err } = await tableau("resignée", "--cles", cles);
    expect(code).toBe(1);
    expect(err).toMatch(/clé inconnue de/);
    expect(err).not.toMatch(/Signé par/);
  });

  test("qui prend la clé publique du porteur sans la sienne est refusé", async () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    falsifier("usurpée", (lu) => {
      const valeur = sign(null, Buffer.from(JSON.stringify(lu)), privateKey).toString("base64");
      Object.assign(lu.signature ?? {}, { valeur });
    });
    expect((await tableau("usurpée", "--cles", cles)).code).toBe(2);
  });
});

describe("--cles refuse", () => {
  test.each<[string, (dossier: string) => void, RegExp]>([
    ["un dossier qui n'existe pas", (dossier) => rmSync(dossier, { recursive: true }), /ne contient aucune clé publique/],
    ["un dossier sans clé", () => {}, /ne contient aucune clé publique/],
    [
      "une clé privée",
      (dossier) => cpSync(join(travail, "bon.clé.signature.pem"), join(dossier, "a.pem")),
      /n'est pas une clé publique Ed25519/,
    ],
    [
      "une clé d'une autre sorte",
      (dossier) =>
        writeFileSync(
          join(dossier, "a.pem"),
          generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "pem", type: "spki" }),
        ),
      /n'est pas une clé publique Ed25519/,
    ],
    ["un texte", (dossier) => writeFileSync(join(dossier, "a.pem"), "clé"), /n'est pas une clé publique Ed25519/],
  ])("%s", async (nom, changer, attendu) => {
    const dossier = join(travail, nom);
    mkdirSync(dossier);
    changer(dossier);
    const { code, out, err } = await tableau("bon", "--cles", dossier);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(attendu);
  });
});

test("les lignes sont dans l'ordre des pseudonymes, et rien du fichier ne dit l'heure, le lieu ou la machine", async () => {
  for (const format of ["csv", "parquet"]) {
    const { code } = await cpro([
      "export",
      `${root}fixtures/umih-hdf`,
      ...quand,
      "--key-file",
      join(travail, "ordre.clé"),
      "--output",
      join(travail, format),
      "--format",
      format,
    ]);
    expect(code).toBe(0);
  }
  const csv = readFileSync(join(travail, "csv", "lot-HDF-UMIH-2023-2025-S1.csv"), "utf8")
    .split("\r\n")
    .slice(1, -1);
  const ids = csv.map((ligne) => ligne.slice(0, 32));
  expect(ids.length).toBe(59);
  expect(ids).toEqual([...ids].sort());
  const parquet = readFileSync(join(travail, "parquet", "lot-HDF-UMIH-2023-2025-S1.parquet"), "latin1");
  const manifeste = readFileSync(join(travail, "parquet", "manifest.json"), "utf8");
  const lieux = [travail, tmpdir(), root, process.cwd(), "fixtures", new Date().toISOString().slice(0, 10)];
  // A name of two or three letters is met by chance in what is compressed.
  for (const trace of [...lieux, ...(hostname().length > 5 ? [hostname()] : [])]) {
    expect(parquet + manifeste + csv.join(), trace).not.toContain(trace);
  }
  expect(manifeste).not.toMatch(/\d{2}:\d{2}/);
});
