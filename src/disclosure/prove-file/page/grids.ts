import type { Row } from "../grid/places.ts";
import { childrenOf, type Element, elementsIn, ownText, textIn } from "./element.ts";

/** Thousands apart by narrow spaces. */
const WHOLE = "(?:0|[1-9]\\d{0,2}(?:\\u202F\\d{3})*)";

/** A cell, then its number, to the cent where it is in euros, and without a zero at its end elsewhere. */
export const VALUES = new RegExp(
  `(<(?:td|dd)(?: [^<>]*)?>)(${WHOLE}(?:,\\d\\d(?=\\u00A0€<)|(?:,\\d?[1-9])?(?=(?:[ \\u00A0\\u202F]%)?<)))`,
  "g",
);

const NUMBER = new RegExp(`^(${WHOLE}(?:,\\d\\d?)?)([ \\u00A0\\u202F][€%])?$`);

function numberIn(text: string): string | number {
  const [, number] = NUMBER.exec(text) ?? [];
  return number === undefined ? text : Number(number.replaceAll("\u202F", "").replace(",", "."));
}

/** Every table as a grid: its title, its note, its rows. */
export function tablesIn(page: Element): Row[][] {
  return elementsIn(page)
    .filter(({ name }) => name === "table")
    .map(rowsOf);
}

/** A cell two rows high stands in both, a wide one leaves empty those to its right. */
function rowsOf(table: Element): Row[] {
  const captions = childrenOf(table).filter(({ name }) => name === "caption");
  const title = captions.map(ownText).join(" ");
  const notes = captions.flatMap(childrenOf).map(textIn);
  let high: string | undefined;
  const rows = elementsIn(table)
    .filter(({ name }) => name === "tr")
    .map((row) => {
      const start = high === undefined ? [] : [high];
      high = undefined;
      const cells = childrenOf(row).map((cell) => {
        if (cell.attributes.rowspan !== undefined) high = textIn(cell);
        const text = cell.name === "td" ? numberIn(textIn(cell)) : textIn(cell);
        return [text, ...Array.from({ length: Number(cell.attributes.colspan ?? 1) - 1 }, () => "")];
      });
      return [...start, ...cells.flat()];
    });
  return [[title], ...notes.map((note) => [note]), ...rows].map((cells, rank) => ({ at: `${title}, ligne ${rank}`, cells }));
}

/** Names and what stands beside them, wherever they are. */
export function pairsIn(page: Element): Row[] {
  const rows: { at: string; cells: (string | number)[] }[] = [];
  for (const element of elementsIn(page)) {
    if (element.name === "dt") rows.push({ at: `« ${textIn(element)} »`, cells: [textIn(element)] });
    if (element.name === "dd") rows.at(-1)?.cells.push(numberIn(textIn(element)));
  }
  return rows;
}
