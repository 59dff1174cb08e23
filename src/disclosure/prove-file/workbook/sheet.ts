import { isLineEnd, readXml, type Tag } from "../xml.ts";
import { formOf, tagFaults } from "./form.ts";
import type { Row } from "./places.ts";
import { orderFaults, rankOf } from "./sheet-order.ts";

/** A sheet as it is stored: its rows, and what no published sheet should have. */
export interface Sheet {
  name: string;
  rows: Row[];
  /** The rows that its pages end with. */
  breaks: string[];
  /** It has charts. */
  drawing: boolean;
  faults: string[];
}

/** Of frames and titles, then of one line of text or more: names of domains are as long as people write them. */
const HEIGHTS = [8, 12, 16, 18, 20, 26, ...Array.from({ length: 80 }, (_, rank) => 15 + 13 * rank)].join("|");

/**
 * What shows cells and how they look; no formula, no comment, no rule, no extension. Widths and heights are those of labels, amounts
 * and lines of text: a size that would follow a number is none of them.
 */
const FORM = formOf(String.raw`
  worksheet mc:Ignorable=x14ac
  sheetPr
  pageSetUpPr fitToPage=[01]
  dimension ref=.*
  sheetViews
  sheetView workbookViewId=0 showGridLines=0
  pane xSplit=1 ySplit=[45] topLeftCell=[AB][56] activePane state
  selection pane
  sheetFormatPr defaultRowHeight=15 outlineLevelRow=0 outlineLevelCol=0 x14ac:dyDescent=55
  cols
  col min=.* max=.* width=3|1[124567]|26|3[04]|4[08]|50|110 customWidth=1
  sheetData
  row r=.* ht=${HEIGHTS} customHeight=1 spans=.* x14ac:dyDescent=0\.25
  c r=.* s=[1-9]|[1-5]\d t=s
  v
  autoFilter ref=.*
  mergeCells count=.*
  mergeCell ref=.*
  pageMargins left=0\.4 right=0\.4 top=0\.5 bottom=0\.6 header=0\.2 footer=0\.3
  pageSetup paperSize=9 orientation horizontalDpi=4294967295 verticalDpi=4294967295 scale=[6-9]\d|100 fitToWidth=1 fitToHeight=0
  headerFooter
  oddFooter
  rowBreaks count=.* manualBreakCount=.*
  brk id=.* max=16838 man=1
  drawing r:id=rId1
`);
const FOOTER = "&L&8&A&R&8Page &P / &N";

const STRINGS = formOf(`
  sst count=.* uniqueCount=.*
  si
  t xml:space
`);

/** The shared texts, in their order, which are read where they are shown; `counts` are how many they say that there are, and that cells show them. */
export function stringsOf(xml: string): { strings: string[]; counts: string; faults: string[] } {
  const [strings, faults]: [string[], string[]] = [[], []];
  let counts = "";
  readXml(xml, {
    open: (tag) => {
      if (tag.name === "si") strings.push("");
      if (tag.name === "sst") counts = `${tag.attributes.uniqueCount}, ${tag.attributes.count}`;
      faults.push(...tagFaults(STRINGS, tag).map((fault) => `textes : ${fault}`));
    },
    text: (text, parent) => {
      if (parent === "t" && strings.length > 0) strings[strings.length - 1] += text;
      else if (!isLineEnd(text, parent)) faults.push(`textes : ${text}`);
    },
  });
  return { strings, counts, faults };
}

/** A sheet, its cells by column; `used` learns which shared texts it shows, as often as it does. */
export function sheetOf(name: string, xml: string, strings: readonly string[], used: number[]): Sheet {
  const [rows, faults, tags]: [Row[], string[], Tag[]] = [[], [], []];
  let [cells, looks]: [(string | number | undefined)[], string[]] = [[], []];
  let cell: Readonly<Record<string, string>> = {};
  readXml(xml, {
    open: (tag) => {
      tags.push(tag);
      if (tag.name === "row") {
        [cells, looks] = [[], []];
        // A row without anything may be left out: the others keep their places.
        if (tag.attributes.r === String(rows.length + 2)) rows.push({ at: name, cells: [] });
        rows.push({ at: `${name}, ligne ${tag.attributes.r}`, cells, looks });
      } else if (tag.name === "c") {
        cell = tag.attributes;
        looks[columnOf(cell.r ?? "")] = cell.s ?? "";
      }
    },
    text: (text, parent) => {
      const column = columnOf(cell.r ?? "");
      if (parent === "v" && String(Number(text)) === text && column >= 0 && cells[column] === undefined) {
        if (cell.t === "s") used.push(Number(text));
        cells[column] = cell.t === "s" ? strings[Number(text)] : Number(text);
      } else if (!isFrame(text, parent)) faults.push(`${cell.r ?? "case sans place"} : ${text}`);
    },
  });
  const odd = [...tags.flatMap((tag) => tagFaults(FORM, tag)), ...faults, ...orderFaults(tags)];
  return {
    name,
    rows: rows.map((row) => ({ ...row, cells: Array.from(row.cells) })),
    breaks: tags.flatMap((tag) => (tag.name === "brk" ? [tag.attributes.id ?? ""] : [])),
    drawing: tags.some((tag) => tag.name === "drawing"),
    faults: odd.map((fault) => `${name}, ${fault}`),
  };
}

const isFrame = (text: string, parent: string): boolean => (parent === "oddFooter" && text === FOOTER) || isLineEnd(text, parent);

/** « B12 » is in the second column, counted from 0. */
function columnOf(reference: string): number {
  return rankOf(reference.replace(/\d+$/, "")) - 1;
}
