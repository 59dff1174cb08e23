import type { Proved, ProvedValue } from "../proved.ts";
import type { Harmless } from "../texts.ts";
import { absent, gridFaults } from "../workbook/grid.ts";
import { countFaults, marksIn } from "../workbook/marks.ts";
import type { Row } from "../workbook/places.ts";
import { childrenOf, type Element, elementsIn, formFaults, ownText, pageOf, textIn } from "./index.ts";
import { drawingFaults } from "./svg.ts";

/** Numbers have two decimals at most, rates are in hundredths with one. */
const WRITING = { margin: 0.005001, rate: { scale: 100, margin: 0.050001 } };

/** The places of a page where something stands that was not proved: in tables, figures, drawings, texts, attributes or elsewhere. */
export function htmlFaults(html: string, proved: Proved, harmless: Harmless): string[] {
  const page = readable(html);
  if (page === undefined) return ["la page, qui n'est pas bien formée"];
  const elements = elementsIn(page);
  const tables = elements.filter(({ name }) => name === "table").map(rowsOf);
  const pairs = pairsOf(elements);
  const seen = new Set<ProvedValue>();
  return [
    ...formFaults(page, harmless),
    ...[...tables, pairs].flatMap((rows) => gridFaults(rows, proved, harmless, WRITING, seen)),
    ...absent(proved, seen),
    ...tables.flatMap(widthFaults),
    ...countFaults(marksIn(tables, proved), pairs, proved),
    ...chartFaults(elements, proved),
    ...elements.flatMap((element) => textFaults(element, harmless)),
  ];
}

function readable(html: string): Element | undefined {
  try {
    return pageOf(html);
  } catch {
    return undefined;
  }
}

/** A table as a grid: its title, its note, its rows. A cell two rows high stands in both, a wide one leaves empty those to its right. */
function rowsOf(table: Element): Row[] {
  const captions = childrenOf(table).filter(({ name }) => name === "caption");
  const title = captions.map(ownText).join(" ");
  const notes = captions.flatMap(childrenOf).map(textIn);
  let high: string | undefined;
  const rows = elementsIn(table)
    .filter(({ name }) => name === "tr")
    .map((row): Cell[] => {
      const start: Cell[] = high === undefined ? [] : [[high, ""]];
      high = undefined;
      const cells = childrenOf(row).map((cell): Cell[] => {
        if (cell.attributes.rowspan !== undefined) high = textIn(cell);
        const text = cell.name === "td" ? numberIn(textIn(cell)) : textIn(cell);
        return [[text, lookOf(cell)], ...Array.from({ length: Number(cell.attributes.colspan ?? 1) - 1 }, (): Cell => ["", ""])];
      });
      return [...start, ...cells.flat()];
    });
  return [...[title, ...notes].map((text): Cell[] => [[text, ""]]), ...rows].map((cells, rank) => ({
    at: `${title}, ligne ${rank}`,
    cells: cells.map(([text]) => text),
    looks: cells.map(([, look]) => look),
  }));
}

/** What a cell shows, and how it looks. */
type Cell = [text: string | number, look: string];

const lookOf = ({ name, attributes, children }: Element): string =>
  JSON.stringify([name, attributes, children.map((child) => (typeof child === "string" ? "" : lookOf(child)))]);

/** What is said of how wide cells are holds, or it would be numbers of its own. */
function widthFaults([title, ...rows]: Row[]): string[] {
  const widths = new Set(rows.map(({ cells }) => cells.length).filter((width) => width > 1));
  return widths.size > 1 ? [`${title?.cells[0]}, largeur des lignes`] : [];
}

/** Names and what stands beside them, wherever they are. */
function pairsOf(elements: readonly Element[]): Row[] {
  const rows: { at: string; cells: (string | number)[] }[] = [];
  for (const element of elements) {
    if (element.name === "dt") rows.push({ at: `« ${textIn(element)} »`, cells: [textIn(element)] });
    if (element.name === "dd") rows.at(-1)?.cells.push(numberIn(textIn(element)));
  }
  return rows;
}

/** Thousands apart by narrow spaces, a comma, a unit. */
const NUMBER = /^(0|[1-9]\d{0,2}(\u202F\d{3})*)(,\d\d?)?([ \u00A0\u202F][€%])?$/;

function numberIn(text: string): string | number {
  return NUMBER.test(text) ? Number(text.replaceAll(/[\s€%]/g, "").replace(",", ".")) : text;
}

/** Each figure is a chart that was proved, known by its title; there is no drawing elsewhere. */
function chartFaults(elements: readonly Element[], { graphiques }: Proved): string[] {
  const figures = elements.filter(({ name }) => name === "figure");
  const drawn = figures.map((figure) => elementsIn(figure).filter(({ name }) => name === "svg"));
  const stray = elements.filter((element) => element.name === "svg" && !drawn.flat().includes(element));
  const faults = figures.flatMap((figure, rank) => {
    const title = childrenOf(figure)
      .filter(({ name }) => name === "figcaption")
      .map(textIn)
      .join(" ");
    const chart = graphiques.find(({ titre, unite }) => title === `${titre} (${unite})`);
    if (chart === undefined) return [`graphique ${title}`];
    return (drawn[rank] ?? []).flatMap((svg) => drawingFaults(svg, chart));
  });
  return [...faults, ...stray.map(() => "dessin sans titre")];
}

const IN_GRIDS = /^(caption|span|th|td|abbr|dt|dd|text|tspan)$/;
const IN_LINES = /^(html|head|body|header|main|section|div)$/;
const WITH_TEXT = /^(title|style|a|h1|h2|h3|p|figcaption|summary)$/;

/** Texts that are not of a grid or drawing only repeat known ones. */
function textFaults(element: Element, harmless: Harmless): string[] {
  const text = ownText(element);
  if (IN_GRIDS.test(element.name) || text === "") return [];
  if (/^\n*$/.test(text)) return IN_LINES.test(element.name) ? [] : [`lignes vides dans ${element.name}`];
  return WITH_TEXT.test(element.name) && harmless(text) ? [] : [`texte de ${element.name} : ${text}`];
}
