import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { parse } from "yaml";
import { loadDossier } from "../../src/dossier/load.ts";
import { UserError } from "../../src/errors.ts";
import type { Outcome } from "../../src/io.ts";
import { templateXlsx } from "../../src/render/xlsx/template/index.ts";
import { remplir } from "../../src/saisie/template.ts";
import { makeImport } from "../../src/workflows/import/index.ts";
import type { ImportOptions } from "../../src/workflows/import/options.ts";
import { modele } from "../modeles.ts";

/** A folder of its own for a test file. */
export function atelier(nom: string): string {
  return mkdtempSync(join(tmpdir(), `cpro-import-${nom}-`));
}

/** The workbook of a dossier, as `cpro template --from` writes it. */
export async function octetsDe(dossier: string): Promise<Uint8Array> {
  return templateXlsx(remplir(await loadDossier([dossier]), [modele]), "2025-06-30");
}

/** A workbook to be changed by a test. */
export async function ouvrir(octets: Uint8Array): Promise<ExcelJS.Workbook> {
  const classeur = new ExcelJS.Workbook();
  await classeur.xlsx.load(octets as unknown as ArrayBuffer, { ignoreNodes: ["dataValidations"] });
  return classeur;
}

export function feuille(classeur: ExcelJS.Workbook, nom: string): ExcelJS.Worksheet {
  const sheet = classeur.getWorksheet(nom);
  if (sheet === undefined) throw new Error(`pas de feuille ${nom}`);
  return sheet;
}

/** The cell of a row under the hidden key of a field. */
export function cellule(sheet: ExcelJS.Worksheet, cle: string, ligne: number): ExcelJS.Cell {
  let colonne = 0;
  sheet.getRow(1).eachCell((cell, index) => {
    if (cell.text.endsWith(`:${cle}`)) colonne = index;
  });
  if (colonne === 0) throw new Error(`pas de colonne ${cle}`);
  return sheet.getCell(ligne, colonne);
}

/** Runs `cpro import` without a process of its own; what it would say of an error to a person comes as text too. */
export async function importer(fichier: string, options: Partial<ImportOptions> & { output: string }) {
  const said = { out: "", err: "", fin: "clean" as Outcome };
  const io = {
    print: (text: string) => {
      said.out += text;
    },
    note: (text: string) => {
      said.err += `${text}\n`;
    },
    end: (outcome: Outcome) => {
      said.fin = outcome;
    },
    canAsk: false,
  };
  try {
    await makeImport(fichier, { date: "2025-06-30", ...options }, io);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...said, fin: "not-done" as Outcome, err: `${said.err}${error.message}\n→ ${error.advice ?? ""}` };
  }
  return said;
}

export async function enregistrer(classeur: ExcelJS.Workbook, fichier: string): Promise<string> {
  writeFileSync(fichier, new Uint8Array(await classeur.xlsx.writeBuffer()));
  return fichier;
}

/** The data of each file of a folder, by its path in it; what is empty counts for nothing, as in the rules. */
export function contenu(dossier: string): Record<string, unknown> {
  if (!existsSync(dossier)) return {};
  const noms = readdirSync(dossier, { recursive: true, encoding: "utf8" }).filter((nom) => nom.endsWith(".yaml"));
  return Object.fromEntries(noms.sort().map((nom) => [nom, sansVide(parse(readFileSync(join(dossier, nom), "utf8")))]));
}

export function sansVide(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(sansVide);
  if (typeof valeur !== "object" || valeur === null) return valeur;
  const pleines = Object.entries(valeur).map(([cle, each]) => [cle, sansVide(each)] as const);
  return Object.fromEntries(
    pleines.filter(([, each]) => each !== null && !(typeof each === "object" && Object.keys(each as object).length === 0)),
  );
}
