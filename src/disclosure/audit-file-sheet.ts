import type { Row } from "./audit-file-grid.ts";
import type { Harmless } from "./audit-file-texts.ts";
import { readXml, type Tag } from "./audit-file-xml.ts";

/** A sheet as it is stored: its rows, and what no published sheet should have. */
export interface Sheet {
  name: string;
  rows: Row[];
  faults: string[];
}

/** The elements of a sheet that show cells and how they look; no formula, no comment, no rule, no extension. */
const ELEMENTS =
  /^(worksheet|sheetPr|pageSetUpPr|dimension|sheetViews|sheetView|pane|selection|sheetFormatPr|cols|col|sheetData|row|c|v|autoFilter|mergeCells|mergeCell|pageMargins|pageSetup|headerFooter|oddFooter|rowBreaks|brk|drawing)$/;
const OF_CELL = /^(r|s|t)$/;
const OF_ROW = /^(r|ht|customHeight|spans|x14ac:dyDescent|s|customFormat)$/;
const FOOTER = "&L&8&A&R&8Page &P / &N";

/** The shared texts, in their order. */
export function stringsOf(xml: string, harmless: Harmless): { strings: string[]; faults: string[] } {
  const [strings, faults]: [string[], string[]] = [[], []];
  readXml(xml, {
    open: ({ name }) => {
      if (name === "si") strings.push("");
      else if (!/^(sst|t)$/.test(name)) faults.push(`textes : ${name}`);
    },
    text: (text, parent) => {
      if (parent === "t" && strings.length > 0) strings[strings.length - 1] += text;
      else if (!harmless(text)) faults.push(`textes : ${text}`);
    },
  });
  return { strings, faults };
}

/** A sheet, its cells by column; `used` learns which shared texts it shows. */
export function sheetOf(name: string, xml: string, strings: readonly string[], used: Set<number>): Sheet {
  const [rows, faults]: [Row[], string[]] = [[], []];
  let cells: (string | number | undefined)[] = [];
  let [reference, type] = ["", "n"];
  readXml(xml, {
    open: (tag) => {
      faults.push(...tagFaults(tag).map((fault) => `${name} : ${fault}`));
      if (tag.name === "row") {
        cells = [];
        rows.push({ at: `${name}, ligne ${tag.attributes.r}`, cells });
      } else if (tag.name === "c") [reference, type] = [tag.attributes.r ?? "", tag.attributes.t ?? "n"];
    },
    text: (text, parent) => {
      if (parent === "v") {
        if (type === "s") used.add(Number(text));
        else if (type !== "n") faults.push(`${name}, ${reference} : ${text}`);
        cells[columnOf(reference)] = type === "s" ? strings[Number(text)] : Number(text);
      } else if (text.trim() !== "" && text !== FOOTER) faults.push(`${name} : ${text}`);
    },
  });
  return { name, rows: rows.map(({ at, cells: some }) => ({ at, cells: Array.from(some) })), faults };
}

function tagFaults({ name, attributes }: Tag): string[] {
  if (!ELEMENTS.test(name)) return [`élément ${name}`];
  const names = Object.keys(attributes);
  if (name === "c") return names.filter((one) => !OF_CELL.test(one));
  if (name === "row") return names.filter((one) => !OF_ROW.test(one));
  return attributes.hidden === undefined ? [] : [`${name} masqué`];
}

/** « B12 » is in the second column, counted from 0. */
function columnOf(reference: string): number {
  return [...reference.replace(/\d+$/, "")].reduce((column, letter) => 26 * column + letter.charCodeAt(0) - 64, 0) - 1;
}
