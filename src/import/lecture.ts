import type { Cell, CellValue, Row, Worksheet } from "exceljs";
import { strFromU8, zipSync } from "fflate";
import type { Day } from "../dates.ts";
import { UserError } from "../errors.ts";
import { formatNumber } from "../french.ts";

/** What a cell holds; a formula counts for its value. */
export type ValeurLue = string | number | boolean | { jour: Day } | { erreur: string } | { sansValeur: true };

export interface CelluleLue {
  valeur: ValeurLue;
  /** Of a cell merged with others, the address of the first one, whose value it shows. */
  fusion?: string;
}

export interface LigneLue {
  numero: number;
  isMasquee: boolean;
  /** By column, from 1; empty cells are left out. */
  cellules: readonly (CelluleLue | undefined)[];
}

export interface FeuilleLue {
  nom: string;
  lignes: readonly LigneLue[];
}

/** What exceljs is not to read: nothing there is data, and ranges of it are expanded cell by cell. */
const ignoreNodes = [
  ...[
    "sheetPr",
    "dimension",
    "sheetViews",
    "cols",
    "sheetProtection",
    "autoFilter",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
  ],
  ...[
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "drawing",
    "legacyDrawing",
    "tableParts",
    "picture",
    "extLst",
  ],
];
const [MOST_ROWS, MOST_COLUMNS, MOST_MERGED] = [200_000, 1000, 20_000] as const;
const options = { ignoreNodes, maxRows: MOST_ROWS, maxCols: MOST_COLUMNS };

/**
 * The sheets of a workbook as plain data; the only place that reads them with exceljs.
 * @throws UserError when there is more in it than anyone types, or when it cannot be read.
 */
export async function lireFeuilles(parts: ReadonlyMap<string, Uint8Array>): Promise<FeuilleLue[]> {
  refuseHugeMerges(parts);
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  // Packed again without compression: exceljs sees only what was unpacked and measured.
  const zip = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    // The types ask for an older Buffer than Node's.
    await workbook.xlsx.load(zip.buffer as ArrayBuffer, options);
  } catch (error) {
    throw unreadable(error);
  }
  return workbook.worksheets.map(readSheet);
}

function unreadable(error: unknown): UserError {
  const reason = error instanceof Error ? error.message : String(error);
  const much = /^Max (row|column) count/.exec(reason)?.[1];
  if (much !== undefined) {
    const limit = formatNumber(much === "row" ? MOST_ROWS : MOST_COLUMNS);
    return new UserError(
      `Une feuille de ce classeur a plus de ${limit} ${much === "row" ? "lignes" : "colonnes"} : cpro ne la lit pas.`,
      "Supprimez les lignes et les colonnes vides mises en forme, ou partagez le classeur en plusieurs.",
    );
  }
  return new UserError(
    "Ce classeur est abîmé : ses feuilles ne peuvent pas être lues.",
    "Ouvrez-le dans Excel ou LibreOffice, puis enregistrez-le à nouveau au format .xlsx.",
  );
}

/** Each merged cell is made when the sheet is read: a few words of XML could ask for billions. */
function refuseHugeMerges(parts: ReadonlyMap<string, Uint8Array>): void {
  let merged = 0;
  for (const [name, bytes] of parts) {
    if (!name.startsWith("xl/worksheets/")) continue;
    const sheet = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const from = sheet.indexOf("<mergeCells");
    if (from === -1) continue;
    for (const [, first = "", last = ""] of strFromU8(sheet.subarray(from)).matchAll(/<mergeCell [^>]*ref="([A-Z]+\d+):([A-Z]+\d+)"/g))
      merged += area(first, last);
  }
  if (merged > MOST_MERGED)
    throw new UserError(
      `Ce classeur a plus de ${formatNumber(MOST_MERGED)} cellules fusionnées : cpro ne le lit pas.`,
      "Défusionnez-les, puis recommencez.",
    );
}

function area(first: string, last: string): number {
  const [a, b] = [first, last].map((address) => ({
    column: [...address.replace(/\d+/, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    row: Number(address.replace(/\D+/, "")),
  }));
  return a === undefined || b === undefined ? 0 : (Math.abs(b.column - a.column) + 1) * (Math.abs(b.row - a.row) + 1);
}

function readSheet(sheet: Worksheet): FeuilleLue {
  const lignes: LigneLue[] = [];
  sheet.eachRow((row, numero) => {
    const cellules = readRow(row);
    if (cellules.length > 0) lignes.push({ numero, isMasquee: row.hidden === true, cellules });
  });
  return { nom: sheet.name, lignes };
}

function readRow(row: Row): (CelluleLue | undefined)[] {
  const cellules: (CelluleLue | undefined)[] = [];
  row.eachCell((cell, column) => {
    const valeur = valeurDe(cell.value);
    if (valeur !== undefined) cellules[column] = cell.isMerged ? { valeur, fusion: masterOf(cell) } : { valeur };
  });
  return cellules;
}

function masterOf({ master, address }: Cell): string {
  return master?.address ?? address;
}

function valeurDe(value: CellValue): ValeurLue | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value !== "object") return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? { sansValeur: true } : { jour: value.toISOString().replace(/T.*/, "") };
  if ("error" in value) return { erreur: value.error };
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("text" in value) return valeurDe(value.text);
  // A formula; one that gives an empty text is an empty cell.
  if (value.result === "") return undefined;
  return valeurDe(value.result ?? null) ?? { sansValeur: true };
}
