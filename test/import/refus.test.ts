import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constants, deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { templateXlsx } from "../../src/render/xlsx/template/index.ts";
import { modele } from "../../src/saisie/template.ts";
import { modele as vae } from "../modeles.ts";
import { atelier, contenu, enregistrer, importer } from "./atelier.ts";

const dossier = atelier("refus");
afterAll(() => rmSync(dossier, { recursive: true }));

let vide: Uint8Array;
beforeAll(async () => {
  vide = await templateXlsx(modele([vae]), "2025-06-30");
});

async function refus(octets: Uint8Array): Promise<string> {
  const fichier = join(dossier, "classeur.xlsx");
  writeFileSync(fichier, octets);
  const { fin, err } = await importer(fichier, { output: join(dossier, "sortie") });
  expect(fin).toBe("not-done");
  expect(contenu(join(dossier, "sortie"))).toEqual({});
  return err;
}

/** The empty workbook with some of its parts changed. */
function change(parts: (avant: Record<string, Uint8Array>) => Zippable): Uint8Array {
  return zipSync(parts(unzipSync(vide)));
}

describe("cpro import dit ce qu'est un fichier qui n'est pas un classeur .xlsx", () => {
  test.each([
    [
      "un ancien .xls",
      Buffer.from("d0cf11e0a1b11ae1".padEnd(1024, "0"), "hex"),
      "ancien classeur .xls, ou un classeur protégé par un mot de passe",
    ],
    ["un texte", strToU8("identifiant;nom\nEPE-001;x\n"), "n'est pas un classeur .xlsx"],
    ["un fichier vide", new Uint8Array(), "n'est pas un classeur .xlsx"],
    ["une archive renommée", zipSync({ "fiche.yaml": strToU8("format: x") }), "est une archive zip, pas un classeur"],
    [
      "un .ods renommé",
      zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": strToU8("<a/>") }),
      "OpenDocument",
    ],
    ["un .xlsb renommé", zipSync({ "xl/workbook.bin": strToU8("x") }), ".xlsb"],
    ["un zip coupé", zipSync({ "xl/workbook.xml": strToU8("<a/>") }).subarray(0, 60), "Ce classeur est abîmé"],
  ])("%s", async (_, octets, message) => {
    expect(await refus(octets)).toContain(message);
  });

  test("un fichier qui n'existe pas", async () => {
    const { err, fin } = await importer(join(dossier, "absent.xlsx"), { output: dossier });
    expect([fin, err]).toEqual(["not-done", expect.stringContaining("n'existe pas")]);
    writeFileSync(join(dossier, "fichier"), "");
    const passant = await importer(join(dossier, "fichier", "classeur.xlsx"), { output: dossier });
    expect([passant.fin, passant.err]).toEqual(["not-done", expect.stringContaining("passe par un dossier")]);
  });
});

describe("cpro import n'ouvre pas un classeur qui épuiserait la mémoire", () => {
  /** A workbook one part of which is 450 MB of zeros, packed in half a megabyte, and what it says of its size. */
  function bombe(dite: number): Uint8Array {
    const zeros = deflateRawSync(new Uint8Array(1_000_000), { finishFlush: constants.Z_FULL_FLUSH });
    const stream = Buffer.concat(Array.from({ length: 450 }, () => zeros));
    const octets = change((parts) => ({ ...parts, "xl/sharedStrings.xml": [stream, { level: 0 }] }));
    const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
    for (let at = 0; at + 66 < octets.byteLength; at += 1) {
      if (view.getUint32(at, true) !== 0x02014b50 || strFromU8(octets.subarray(at + 46, at + 66)) !== "xl/sharedStrings.xml") continue;
      view.setUint16(at + 10, 8, true);
      view.setUint32(at + 24, dite, true);
    }
    return octets;
  }

  test("une bombe zip qui le dit", async () => {
    expect(await refus(bombe(450_000_000))).toContain("dépasserait 400 Mo");
  });

  test("une bombe zip qui ment sur sa taille", async () => {
    const avant = process.memoryUsage().rss;
    expect(await refus(bombe(1000))).toContain("dépasserait 400 Mo");
    expect(process.memoryUsage().rss - avant).toBeLessThan(700_000_000);
  });

  test.each([
    [
      "des milliards de cellules fusionnées",
      /<\/sheetData>/,
      '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      "20\u202f000 cellules fusionnées",
    ],
    [
      "trop de lignes",
      /<\/sheetData>/,
      `${Array.from({ length: 200_100 }, (_, rang) => `<row r="${rang + 50}"><c r="A${rang + 50}"><v>1</v></c></row>`).join("")}</sheetData>`,
      "200\u202f000 lignes",
    ],
    ["un XML abîmé", /<sheetData>/, "<sheetData><row", "Ce classeur est abîmé"],
  ])("%s", async (_, motif, xml, message) => {
    const octets = change((parts) => ({
      ...parts,
      "xl/worksheets/sheet4.xml": strToU8(strFromU8(parts["xl/worksheets/sheet4.xml"] ?? new Uint8Array()).replace(motif, xml)),
    }));
    expect(await refus(octets)).toContain(message);
  });

  test("une liste de choix étendue à toute la feuille ne ralentit rien", async () => {
    const partout =
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>';
    const octets = change((parts) => ({
      ...parts,
      "xl/worksheets/sheet4.xml": strToU8(
        strFromU8(parts["xl/worksheets/sheet4.xml"] ?? new Uint8Array()).replace(/<dataValidations.*<\/dataValidations>/s, partout),
      ),
    }));
    expect(await refus(octets)).toContain("que des lignes d'exemple");
  });
});

test("le modèle tel qu'il est écrit n'importe rien : ses exemples n'en sont pas", async () => {
  expect(await refus(vide)).toContain("Ce classeur ne contient que des lignes d'exemple.");
});

test("un classeur d'autre chose est refusé, en disant ce qu'on attend", async () => {
  const classeur = new ExcelJS.Workbook();
  classeur.addWorksheet("Budget").addRow(["Poste", "Montant"]);
  const fichier = await enregistrer(classeur, join(dossier, "autre.xlsx"));
  const { fin, err } = await importer(fichier, { output: join(dossier, "sortie") });
  expect(fin).toBe("not-done");
  expect(err).toContain("la feuille « Budget »");
  expect(err).toContain("Ce classeur ne contient aucune fiche et aucun parcours.");
});
