import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpro, root } from "../cli/run.ts";

// A coordinator keeps « EPE-001 - Copie.yaml » beside the file it was made from, or names a file twice.

let dossier: string;
let premier: string;
const jour = ["--date", "2025-06-30"];
const json = async (args: string[]) => {
  const { code, out, err } = await cpro(args);
  return { code, err, data: JSON.parse(out) };
};

beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), "cpro double été "));
  cpSync(`${root}fixtures/geiq-epe`, dossier, { recursive: true });
  premier = join(dossier, "parcours", "EPE-001.yaml");
});
afterAll(() => rmSync(dossier, { recursive: true }));

it("un fichier nommé de deux façons est lu une fois", async () => {
  const seul = await cpro(["funding", dossier, ...jour]);
  const { code, out } = await cpro([
    "funding",
    dossier,
    join(dossier, "..", dossier.split("/").at(-1) ?? "", "parcours/EPE-001.yaml"),
    ...jour,
  ]);
  expect([code, out]).toEqual([seul.code, seul.out]);
  const { data } = await json(
    ["validate", ".", "./fiche.yaml", "--format", "json", ...jour].map((un) => (un === "." ? dossier : un.replace("./", `${dossier}/./`))),
  );
  expect(data.fichiers).toBe(6);
});

describe("la copie d'un parcours", () => {
  let copie: string;
  beforeAll(() => {
    copie = join(dossier, "parcours", "EPE-001 - Copie.yaml");
    copyFileSync(premier, copie);
  });
  afterAll(() => rmSync(copie));
  const dit = /^1 fichier laissé de côté, pour ne pas compter deux fois le même parcours : .*Copie\.yaml \(déjà dans .*EPE-001\.yaml\)/m;

  it("n'est pas payée deux fois, et c'est dit, quel que soit l'ordre des fichiers", async () => {
    const seul = await json(["funding", `${root}fixtures/geiq-epe`, "--format", "json", ...jour]);
    for (const paths of [[dossier], [copie, dossier], [premier, copie, dossier]]) {
      const double = await json(["funding", ...paths, "--format", "json", ...jour]);
      expect(triee(double.data)).toEqual(triee(seul.data));
      expect(double.err).toMatch(dit);
      expect(double.code).toBe(1);
    }
  });

  it("ne prend pas deux places", async () => {
    const seul = await json(["progress", `${root}fixtures/geiq-epe`, "--format", "json", ...jour]);
    const double = await json(["progress", dossier, "--format", "json", ...jour]);
    expect(double.data).toEqual(seul.data);
    expect(double.err).toMatch(dit);
  });

  it("n'est pas comptée deux fois au tableau de bord", async () => {
    const options = ["--semester", "2025-S1", "--diffusion", "interne", "--format", "json", "--date", "2025-07-10"];
    const seul = await json(["dashboard", `${root}fixtures/geiq-epe`, ...options]);
    const double = await json(["dashboard", dossier, ...options]);
    expect(double.data.synthese).toEqual(seul.data.synthese);
    expect(double.err).toMatch(dit);
    expect(double.code).toBe(1);
  });

  it("n'entre ni dans un lot ni dans un classeur", async () => {
    const lots = join(dossier, "lots");
    const cle = ["--key-file", join(dossier, "cle")];
    const transmis = await cpro(["export", dossier, "--semester", "2025-S1", "--date", "2025-07-10", "--output", lots, ...cle]);
    expect(transmis.err).toMatch(dit);
    const manifeste = JSON.parse(readFileSync(join(lots, "manifest.json"), "utf8"));
    expect(manifeste.lots.map(({ parcours }: { parcours: number }) => parcours)).toEqual([4]);
    const classeur = await cpro(["template", "--from", dossier, "--output", join(dossier, "saisie.xlsx")]);
    expect(classeur.err).toMatch(dit);
    expect(classeur.code).toBe(1);
  });

  it("est seule accusée par validate, comme une copie", async () => {
    const { data } = await json(["validate", copie, dossier, "--format", "json", ...jour]);
    const accusees = data.diagnostics.filter(({ regle }: { regle: string }) => regle === "dossier-identifiant-unique");
    expect(accusees).toMatchObject([{ fichier: copie, gravite: "erreur" }]);
    expect(accusees[0].message).toMatch(/du fichier .*EPE-001\.yaml, dont ce fichier est une copie à en croire son nom\.$/);
  });

  it("n'est pas payée à la place de l'original qui a une faute", async () => {
    const texte = readFileSync(premier, "utf8");
    writeFileSync(premier, texte.replace(/sexe: .*/, "sexe: fe"));
    const { data, err } = await json(["funding", dossier, "--format", "json", ...jour]);
    const tableau = ["--semester", "2025-S1", "--diffusion", "interne", "--format", "json", "--date", "2025-07-10"];
    const compte = await json(["dashboard", dossier, ...tableau]);
    writeFileSync(premier, texte);
    expect(data.parcours.map(({ identifiant }: { identifiant: string }) => identifiant)).not.toContain("EPE-001");
    expect(err).toMatch(dit);
    expect(compte.data.synthese.contrats_cumul).toBe(3);
    expect(compte.err).toMatch(dit);
  });

  it("deux personnes sous un même identifiant restent deux parcours", async () => {
    const texte = readFileSync(premier, "utf8");
    writeFileSync(
      copie,
      texte.replace(/sexe: .*/, (ligne) => (ligne.includes("femme") ? "sexe: homme" : "sexe: femme")),
    );
    const { data, err } = await json(["funding", dossier, "--format", "json", ...jour]);
    expect(data.parcours).toHaveLength(5);
    expect(err).not.toMatch(dit);
  });
});

it("la copie d'une fiche ne fait pas un projet de plus", async () => {
  const copie = join(dossier, "fiche (1).yaml");
  copyFileSync(join(dossier, "fiche.yaml"), copie);
  const options = ["--semester", "2025-S1", "--diffusion", "interne", "--format", "json", "--date", "2025-07-10"];
  const tableau = await json(["dashboard", copie, dossier, ...options]);
  const suivi = await json(["progress", dossier, "--format", "json", ...jour]);
  const { data } = await json(["validate", copie, dossier, "--format", "json", ...jour]);
  rmSync(copie);
  expect(tableau.data.synthese.projets_acceptes).toBe(1);
  expect(suivi.data.fiches).toHaveLength(1);
  for (const { err } of [tableau, suivi])
    expect(err).toMatch(/pour ne pas compter deux fois la même fiche : .*fiche \(1\)\.yaml \(déjà dans .*fiche\.yaml\)/);
  const accusees = data.diagnostics.filter(({ regle }: { regle: string }) => regle === "dossier-identifiant-unique");
  expect(accusees).toMatchObject([{ fichier: copie }]);
});

/** By parcours: the order of the files is that of the lines. */
function triee(data: { parcours: { identifiant: string }[] }): unknown {
  return { ...data, parcours: data.parcours.toSorted((a, b) => (a.identifiant < b.identifiant ? -1 : 1)) };
}
