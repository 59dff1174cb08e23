import { createWriteStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { writeXlsx } from "hucre";
import writeXlsxFile from "write-excel-file/node";
import { type FeuilleLue, lireFeuilles, type ValeurLue } from "../../../src/import/classeur/index.ts";

/** What is in the cells of a workbook, as plain rows. */
function tables(octets: Uint8Array, dossier: string): { nom: string; lignes: (string | number | boolean | Date | null)[][] }[] {
  const fichier = join(dossier, "source.xlsx");
  writeFileSync(fichier, octets);
  return [...lireFeuilles(fichier)].map(({ nom, lignes }) => ({ nom, lignes: enTable(lignes) }));
}

function enTable(lignes: FeuilleLue["lignes"]): (string | number | boolean | Date | null)[][] {
  const parNumero = new Map(lignes.map((ligne) => [ligne.numero, ligne]));
  return Array.from({ length: lignes.at(-1)?.numero ?? 0 }, (_, rang) =>
    Array.from(parNumero.get(rang + 1)?.cellules ?? [], (cellule) => (cellule === undefined ? null : simple(cellule.valeur))).slice(1),
  );
}

function simple(valeur: ValeurLue): string | number | boolean | Date {
  if (typeof valeur !== "object") return valeur;
  if ("jour" in valeur) return new Date(`${valeur.jour}T00:00:00Z`);
  throw new Error("le classeur de départ se lit en entier");
}

async function parFlux(octets: Uint8Array, dossier: string): Promise<Uint8Array> {
  const fichier = join(dossier, "flux.xlsx");
  const flux = createWriteStream(fichier);
  const ferme = new Promise<void>((resolve) => flux.once("close", () => resolve()));
  const classeur = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: flux, useStyles: true, useSharedStrings: false });
  for (const { nom, lignes } of tables(octets, dossier)) {
    const feuille = classeur.addWorksheet(nom);
    for (const ligne of lignes) feuille.addRow(ligne).commit();
    feuille.commit();
  }
  await classeur.commit();
  await ferme;
  return readFileSync(fichier);
}

function celluleTypee(valeur: string | number | boolean | Date | null): object | null {
  if (valeur === null) return null;
  if (valeur instanceof Date) return { value: valeur, type: Date, format: "dd/mm/yyyy" };
  if (typeof valeur === "string") return { value: valeur, type: String };
  return { value: valeur, type: typeof valeur === "number" ? Number : Boolean };
}

/** Other programs that write workbooks. */
export const ecrivains: Record<string, (octets: Uint8Array, dossier: string) => Promise<Uint8Array>> = {
  "exceljs, au fil de l'eau": parFlux,
  "write-excel-file": async (octets, dossier) => {
    const fichier = join(dossier, "write-excel-file.xlsx");
    const feuilles = tables(octets, dossier).map(({ nom, lignes }) => ({
      sheet: nom,
      data: lignes.map((ligne) => ligne.map(celluleTypee)),
    }));
    await writeXlsxFile(feuilles as never).toFile(fichier);
    return readFileSync(fichier);
  },
  hucre: async (octets, dossier) =>
    writeXlsx({ sheets: tables(octets, dossier).map(({ nom, lignes }) => ({ name: nom, rows: lignes })) } as Parameters<
      typeof writeXlsx
    >[0]),
};
