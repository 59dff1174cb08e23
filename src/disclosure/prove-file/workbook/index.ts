import { anchorFaults, breakFaults } from "../page/pages.ts";
import { type Proved, type ProvedValue, standsFor } from "../proved.ts";
import type { Harmless } from "../texts.ts";
import { chartFaults } from "./chart.ts";
import { absent, gridFaults } from "./grid.ts";
import { countFaults, marksIn } from "./marks.ts";
import { partsOf } from "./package.ts";
import type { Row } from "./places.ts";
import { type Sheet, sheetOf, stringsOf } from "./sheet.ts";
import { propertyFaults, styleFaults, workbookOf } from "./workbook.ts";

/** The places of a workbook where a number stands that was not proved, read from its bytes. */
export function xlsxFaults(bytes: Uint8Array, proved: Proved, harmless: Harmless): string[] {
  const { parts, faults: ofParts } = partsOf(bytes);
  if (parts.size === 0) return ofParts;
  const xmlOf = (name: string): string => parts.get(name) ?? "";
  const { names, faults: ofBook } = workbookOf(xmlOf("xl/workbook.xml"));
  const { strings, counts, faults: ofStrings } = stringsOf(xmlOf("xl/sharedStrings.xml"));
  const used: number[] = [];
  const sheets = names.map((name, rank): Sheet => sheetOf(name, xmlOf(`xl/worksheets/sheet${rank + 1}.xml`), strings, used));
  const seen = new Set<ProvedValue>();
  const grids = sheets.map(({ rows }) => rows);
  const charts = [...parts.keys()].filter((name) => name.startsWith("xl/charts/"));
  const drawings = [...parts.keys()].filter((name) => /^xl\/drawings\/[^/]+$/.test(name));
  return [
    ...ofParts,
    ...ofBook,
    ...ofStrings,
    ...stringsFaults(strings, counts, used),
    ...sheets.flatMap((sheet) => [...sheet.faults, ...breakFaults(sheet, proved), ...sheetFaults(sheet, proved, harmless, seen)]),
    ...absent(proved, seen),
    ...countFaults(marksIn(grids, proved), grids.flat(), proved),
    ...charts.flatMap((name) => chartFaults(name, xmlOf(name), sheets, harmless)),
    ...drawings.flatMap((name) => anchorFaults(xmlOf(name), sheets, proved, harmless)),
    ...styleFaults(xmlOf("xl/styles.xml")),
    ...["docProps/app.xml", "docProps/core.xml"].flatMap((name) => propertyFaults(xmlOf(name), names.length, harmless)),
  ];
}

/** Each shared text is shown by a cell, and what is said of their numbers holds. */
function stringsFaults(strings: readonly string[], counts: string, used: readonly number[]): string[] {
  const shown = new Set(used);
  const unused = strings.filter((_, rank) => !shown.has(rank)).map((text) => `texte sans case : ${text}`);
  return [...unused, ...(counts === `${strings.length}, ${used.length}` ? [] : [`nombre de textes : ${counts}`])];
}

/** The list of all cells is read by its columns, the other sheets by the words around each number. */
function sheetFaults({ name, rows }: Sheet, proved: Proved, harmless: Harmless, seen: Set<ProvedValue>): string[] {
  const writing = { margin: 0, rate: { scale: 1, margin: 0 } };
  const header = rows.findIndex(({ cells }) => cells.join("|") === LIST);
  if (header < 0) return gridFaults(rows, proved, harmless, writing, seen);
  const list = rows.slice(header + 1);
  return [...gridFaults(rows.slice(0, header), proved, harmless, writing), ...listFaults(name, list, proved)];
}

const LIST = "Tableau|Titre|Mesure|Dimension 1|Modalité 1|Dimension 2|Modalité 2|Unité|Valeur";

/** Every cell, in the order of the tables, and what it is. */
function listFaults(sheet: string, rows: readonly Row[], { tables }: Proved): string[] {
  const looks = new Map<string, string | undefined>();
  const expected = tables.flatMap((table) => table.cellules.map((cell) => ({ table, cell })));
  const faults = rows.flatMap(({ at, cells, looks: some = [] }, rank) => {
    const { table, cell } = expected[rank] ?? {};
    if (table === undefined || cell === undefined) return [`${sheet}, ${at} de trop`];
    const about = table.dimensions.flatMap(({ id, libelle, categories }) => [
      libelle,
      categories.find(({ code }) => code === cell.codes[id])?.libelle ?? "Ensemble",
    ]);
    const words = [table.id, table.titre, cell.mesure, ...about, ...Array.from({ length: 4 - about.length }), table.unite];
    const like = `${table.unite}|${cell.secret}`;
    if (!looks.has(like)) looks.set(like, some[8]);
    const isRight = words.every((word, column) => word === cells[column]) && cells.length === 9 && standsFor(cells[8], cell);
    return isRight && looks.get(like) === some[8] ? [] : [`${at} : ${cells[8]}`];
  });
  return rows.length === expected.length ? faults : [...faults, `${sheet}, ${rows.length} lignes`];
}
