import { type Proved, titled } from "../proved.ts";
import type { Harmless } from "../texts.ts";
import { formOf, tagFaults } from "../workbook/form.ts";
import type { Row } from "../workbook/places.ts";
import type { Sheet } from "../workbook/sheet.ts";
import { isLineEnd, readXml } from "../xml.ts";

const titleIn = (row: Row | undefined): string => String(row?.cells[0] ?? "");

/** Pages that end elsewhere than before a table or a chart, by the row that they end with. */
export function breakFaults({ name, rows, breaks }: Sheet, { tables, graphiques }: Proved): string[] {
  const isTitle = (title: string): boolean => titled(title, tables) !== undefined || graphiques.some(({ titre }) => title === titre);
  return breaks.filter((row) => !isTitle(titleIn(rows[Number(row)]))).map((row) => `${name}, saut de page : ${row}`);
}

const FORM = formOf(String.raw`
  xdr:wsDr
  xdr:twoCellAnchor editAs
  xdr:from
  xdr:to
  xdr:col
  xdr:colOff
  xdr:row
  xdr:rowOff
  xdr:graphicFrame macro
  xdr:nvGraphicFramePr
  xdr:cNvPr id=.* name=.* descr=.*
  xdr:cNvGraphicFramePr
  xdr:xfrm
  xdr:clientData
  a:off x=0 y=0
  a:ext cx=0 cy=0
  a:graphic
  a:graphicData uri=http://schemas\.openxmlformats\.org/drawingml/2006/chart
  c:chart r:id=.*
`);

/** Charts elsewhere than beside their tables, in their order, or called by anything else than known texts. */
export function anchorFaults(xml: string, sheets: readonly Sheet[], { graphiques }: Proved, harmless: Harmless): string[] {
  const [faults, places]: [string[], string[]] = [[], []];
  let charts = 0;
  readXml(xml, {
    open: (tag) => {
      const { id, name = "", descr = "" } = tag.attributes;
      faults.push(...tagFaults(FORM, tag));
      if (tag.name === "xdr:cNvPr") {
        charts += 1;
        if (id !== String(charts + 1) || !harmless(name) || !harmless(descr)) faults.push(`${id}, ${name}, ${descr}`);
      }
      if (tag.name === "c:chart" && tag.attributes["r:id"] !== `rId${charts}`) faults.push(`graphique ${tag.attributes["r:id"]}`);
    },
    text: (text, parent) => {
      if (parent.startsWith("xdr:")) places.push(text);
      else if (!isLineEnd(text, parent)) faults.push(text);
    },
  });
  const rows = sheets.find((sheet) => sheet.drawing)?.rows ?? [];
  const expected = graphiques.flatMap(({ titre, categories }) => {
    const header = rows.findIndex((row) => titleIn(row) === titre) + 2;
    return [5, 0, header, 0, 8, 0, header + Math.max(ROWS, categories.length + 1), 0].map(String);
  });
  if (expected.join() !== places.join()) faults.push(`places ${places.join(" ")}`);
  return faults.map((fault) => `dessins : ${fault}`);
}

/** A chart is as high as its table, and no less than so many rows. */
const ROWS = 15;
