import { strFromU8, unzipSync } from "fflate";
import { chartFaults } from "./audit-file-chart.ts";
import { gridFaults, type Row } from "./audit-file-grid.ts";
import { countFaults, marksIn } from "./audit-file-marks.ts";
import { cellFinder, type Proved, standsFor } from "./audit-file-proved.ts";
import { type Sheet, sheetOf, stringsOf } from "./audit-file-sheet.ts";
import type { Harmless } from "./audit-file-texts.ts";
import { readXml } from "./audit-file-xml.ts";

/** Every part that a published workbook may have; comments, links, macros and the like have no business there. */
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(app|core)\.xml|xl\/(workbook|sharedStrings|styles)\.xml|xl\/theme\/theme\d+\.xml|xl\/(_rels\/workbook\.xml|worksheets\/_rels\/sheet\d+\.xml|drawings\/_rels\/drawing\d+\.xml)\.rels|xl\/(worksheets\/sheet|drawings\/drawing|charts\/chart)\d+\.xml)$/;

/** The places of a workbook where a number stands that was not proved, read from its bytes. */
export function xlsxFaults(bytes: Uint8Array, proved: Proved, harmless: Harmless): string[] {
  const parts = new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => !name.endsWith("/"))
      .map(([name, content]) => [name, strFromU8(content)]),
  );
  const strange = [...parts.keys()].filter((name) => !PARTS.test(name)).map((name) => `partie ${name}`);
  const { names, faults } = workbookOf(parts.get("xl/workbook.xml") ?? "");
  const { strings, faults: ofStrings } = stringsOf(parts.get("xl/sharedStrings.xml") ?? "", harmless);
  const used = new Set<number>();
  const sheets = names.map((name, rank): Sheet => sheetOf(name, parts.get(`xl/worksheets/sheet${rank + 1}.xml`) ?? "", strings, used));
  const grids = sheets.map(({ rows }) => rows);
  const unused = strings.filter((text, rank) => !used.has(rank) && /\d/.test(text)).map((text) => `texte sans case : ${text}`);
  const charts = [...parts]
    .filter(([name]) => name.startsWith("xl/charts/"))
    .flatMap(([name, xml]) => chartFaults(name, xml, sheets, harmless));
  return [
    ...strange,
    ...faults,
    ...ofStrings,
    ...unused,
    ...sheets.flatMap((sheet) => [...sheet.faults, ...sheetFaults(sheet, proved, harmless)]),
    ...countFaults(marksIn(grids, proved), grids.flat(), proved),
    ...charts,
    ...["xl/styles.xml", "docProps/app.xml", "docProps/core.xml"].flatMap((name) => propertyFaults(name, parts.get(name) ?? "", harmless)),
    ...[...parts].filter(([name]) => name.startsWith("xl/drawings/drawing")).flatMap(([name, xml]) => propertyFaults(name, xml, harmless)),
  ];
}

/** The sheets in their order; none is hidden, and no name says more than where titles and lists stand. */
function workbookOf(xml: string): { names: string[]; faults: string[] } {
  const [names, faults]: [string[], string[]] = [[], []];
  let defined = "";
  readXml(xml, {
    open: ({ name, attributes }) => {
      if (name === "sheet") {
        names.push(attributes.name ?? "");
        if ((attributes.state ?? "visible") !== "visible") faults.push(`feuille masquée ${attributes.name}`);
      }
      if (name === "definedName") defined = attributes.name ?? "";
    },
    text: (text, parent) => {
      const isPlace = /^_xlnm\.(Print_Titles|_FilterDatabase)$/.test(defined) && /^'[^']+'!\$[A-Z]*\$?\d+:\$[A-Z]*\$?\d+$/.test(text);
      if (parent === "definedName" && !isPlace) faults.push(`nom ${defined} : ${text}`);
    },
  });
  return { names, faults };
}

/** The list of all cells is read by its columns, the other sheets by the words around each number. */
function sheetFaults({ name, rows }: Sheet, proved: Proved, harmless: Harmless): string[] {
  const writing = { margin: 0, rate: { scale: 1, margin: 0 } };
  const header = rows.findIndex(({ cells }) => cells.join("|") === LIST);
  if (header < 0) return gridFaults(rows, proved, harmless, writing);
  return [...gridFaults(rows.slice(0, header), proved, harmless, writing), ...listFaults(name, rows.slice(header + 1), proved, harmless)];
}

const LIST = "Tableau|Titre|Mesure|Dimension 1|Modalité 1|Dimension 2|Modalité 2|Unité|Valeur";

function listFaults(sheet: string, rows: readonly Row[], proved: Proved, harmless: Harmless): string[] {
  const finders = new Map(proved.tables.map((table) => [table.id, cellFinder(table, "libelle")]));
  return rows.flatMap(({ at, cells }) => {
    const [table, , mesure, , first, , second, , value, ...others] = cells;
    const names = [first, second].flatMap((one) => (one === undefined || one === "" ? [] : [String(one)]));
    const cell = finders.get(String(table))?.(String(mesure), names);
    const isRight = cell !== undefined && standsFor(value, cell) && others.every((one) => one === undefined);
    const isDescribed = cells.slice(0, 8).every((one) => one === undefined || (typeof one === "string" && harmless(one)));
    return isRight && isDescribed ? [] : [`${sheet}, ${at} : ${value}`];
  });
}

/** Properties and styles: texts that only repeat known ones, numbers of their own kind only in the elements that need them. */
function propertyFaults(part: string, xml: string, harmless: Harmless): string[] {
  const faults: string[] = [];
  const own = /^(vt:i4|AppVersion|DocSecurity|dcterms:(created|modified)|xdr:(col|colOff|row|rowOff))$/;
  readXml(xml, {
    open: ({ name, attributes }) => {
      const { formatCode, name: title = "", descr = "" } = attributes;
      if (name === "!") faults.push(`${part} : commentaire`);
      if (formatCode !== undefined && !/^(\[\$-\w+\])?[#,0. %]*(" €")?$/.test(formatCode)) faults.push(`${part} : format ${formatCode}`);
      if (name === "xdr:cNvPr" && !(harmless(title) && harmless(descr))) faults.push(`${part} : ${title} ${descr}`);
    },
    text: (text, parent) => {
      const isOwn = own.test(parent) && /^[\d.]+$|^\d{4}-\d\d-\d\dT00:00:00Z$/.test(text);
      if (!isOwn && !harmless(text)) faults.push(`${part} : ${text}`);
    },
  });
  return faults;
}
