import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { feuilles } from "../../src/saisie/classeur.ts";
import { cpro, root } from "../cli/run.ts";
import { modele } from "../modeles.ts";

const dossier = mkdtempSync(join(tmpdir(), "cpro-template-"));
const vide = new ExcelJS.Workbook();
const rempli = new ExcelJS.Workbook();
let codes: number[];

beforeAll(async () => {
  const one = await cpro(["template", "--output", join(dossier, "vide.xlsx")]);
  const two = await cpro(["template", "--from", "fixtures/geiq-epe", "--output", join(dossier, "rempli.xlsx")]);
  codes = [one.code, two.code];
  const options = { ignoreNodes: ["dataValidations"] };
  await vide.xlsx.readFile(join(dossier, "vide.xlsx"), options);
  await rempli.xlsx.readFile(join(dossier, "rempli.xlsx"), options);
});
afterAll(() => rmSync(dossier, { recursive: true }));

function feuille(classeur: ExcelJS.Workbook, nom: string): ExcelJS.Worksheet {
  const sheet = classeur.getWorksheet(nom);
  if (sheet === undefined) throw new Error(`pas de feuille ${nom}`);
  return sheet;
}

/** The cells of a row under the heading that a hidden key names. */
function colonne(sheet: ExcelJS.Worksheet, cle: string): number {
  let found = 0;
  sheet.getRow(1).eachCell((cell, index) => {
    if (cell.text === cle) found = index;
  });
  return found;
}

describe("cpro template", () => {
  test("écrit une feuille par thème, un mode d'emploi devant et les listes cachées", () => {
    expect(codes).toEqual([0, 0]);
    const noms = vide.worksheets.map(({ name }) => name);
    expect(noms).toEqual(["Mode d'emploi", "Listes", ...feuilles([modele]).map(({ nom }) => nom)]);
    expect(feuille(vide, "Listes").state).toBe("hidden");
  });

  test("donne aux cellules leur vrai type : dates, montants, codes en texte", () => {
    const sheet = feuille(rempli, "Contrats");
    expect(sheet.getCell(6, colonne(sheet, "parcours:contrat.conclu_le")).value).toEqual(new Date("2024-08-30T00:00:00Z"));
    const entreprises = feuille(rempli, "Entreprises");
    const siret = entreprises.getCell(6, colonne(entreprises, "parcours:entreprise.siret"));
    expect(siret.value).toBe("99900010200015");
    expect(siret.numFmt).toBe("@");
    const depenses = feuille(rempli, "Dépenses");
    const montant = depenses.getCell(6, colonne(depenses, "parcours:financement.depenses[].montant"));
    expect(montant.value).toBeTypeOf("number");
    expect(montant.numFmt).toContain("€");
  });

  test("écrit les choix en français, et les codes longs avec leur nom", () => {
    const sheet = feuille(rempli, "Parcours");
    expect(sheet.getCell(9, colonne(sheet, "parcours:beneficiaire.situation_avant")).value).toBe("Demandeur d'emploi");
    expect(sheet.getCell(9, colonne(sheet, "parcours:beneficiaire.departement")).value).toBe("02 – Aisne");
  });

  test("commente chaque en-tête, marque les colonnes obligatoires, protège les en-têtes et eux seuls", () => {
    for (const { nom, vertical, colonnes } of feuilles([modele])) {
      if (vertical) continue;
      const sheet = feuille(vide, nom);
      colonnes.forEach(({ champ, isReference }, index) => {
        const entete = sheet.getCell(5, index + 1);
        expect(entete.note, `${nom} ${index}`).toBeTruthy();
        expect(entete.text.includes("*")).toBe(isReference || champ.requis !== undefined);
        expect(entete.protection?.locked).not.toBe(false);
        expect(sheet.getCell(6, index + 1).protection?.locked).toBe(false);
      });
    }
  });

  test("montre une ligne d'exemple, que rien ne confond avec une vraie", () => {
    expect(feuille(vide, "Parcours").getCell("A6").value).toBe("EXEMPLE (non importé)");
    expect(feuille(rempli, "Parcours").getCell("A6").value).toBe("EPE-001");
  });

  test("ouvre une liste pour chaque choix, et protège toutes les feuilles", () => {
    const parts = unzipSync(readFileSync(join(dossier, "vide.xlsx")));
    const xml = Object.entries(parts)
      .filter(([nom]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(nom))
      .map(([, octets]) => strFromU8(octets));
    const listes = xml.join("").match(/<dataValidation [^>]*type="list"/g) ?? [];
    const choix = feuilles([modele]).flatMap(({ colonnes, kind }) =>
      colonnes.filter(({ champ, isReference }) => (kind === "parcours" || !isReference) && !champ.multiple && champ.choix.length > 0),
    );
    expect(listes.length).toBeGreaterThan(choix.length);
    const names = [...strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array()).matchAll(/<definedName name="(liste_[^"]+)"/g)].map(
      ([, nom]) => nom,
    );
    for (const [, nom] of xml.join("").matchAll(/<formula1>(liste_[^<]+)</g)) expect(names).toContain(nom);
    expect(xml.filter((sheet) => sheet.includes("<sheetProtection")).length).toBe(xml.length - 1);
  });

  test("n'écrase pas un classeur, et refuse deux personnes sous un même identifiant", async () => {
    const again = await cpro(["template", "--output", join(dossier, "vide.xlsx")]);
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining("existe déjà") });
    const copie = join(dossier, "copie.yaml");
    const texte = readFileSync(`${root}fixtures/geiq-epe/parcours/EPE-001.yaml`, "utf8");
    writeFileSync(
      copie,
      texte.replace(/sexe: .*/, (ligne) => (ligne.includes("femme") ? "sexe: homme" : "sexe: femme")),
    );
    const doublon = await cpro(["template", "--from", "fixtures/geiq-epe", copie, "--output", join(dossier, "x.xlsx")]);
    expect(doublon).toMatchObject({ code: 2, err: expect.stringContaining("l'identifiant « EPE-001 »") });
  });
});
