import type { Row } from "../grid/places.ts";
import { readXml } from "../xml.ts";

/** A sheet as it is stored, each row in its place. */
export interface Sheet {
  name: string;
  rows: Row[];
}

const PART = /^xl\/worksheets\/sheet(\d+)\.xml$/;

/** A cell without a type, which holds a number, then the number. */
export const VALUES = /(<c r="[A-Z]+\d+"(?: s="\d+")?><v>)(-?\d+(?:\.\d+)?(?:e[+-]\d+)?)(?=<\/v><\/c>)/g;

/** Every sheet of a workbook by its part, those that nothing ties to the workbook too. */
export function sheetsOf(parts: ReadonlyMap<string, string>): Map<string, Sheet> {
  const names = namesOf(parts.get("xl/workbook.xml") ?? "");
  const strings = stringsOf(parts.get("xl/sharedStrings.xml") ?? "");
  return new Map(
    [...parts].flatMap(([part, xml]) => {
      const rank = PART.exec(part)?.[1];
      if (rank === undefined) return [];
      const name = names[Number(rank) - 1] ?? part;
      return [[part, { name, rows: rowsOf(name, xml, strings) }]];
    }),
  );
}

function namesOf(xml: string): string[] {
  const names: string[] = [];
  readXml(xml, { open: ({ name, attributes }) => void (name === "sheet" && names.push(attributes.name ?? "")) });
  return names;
}

/** The shared texts, in their order. */
function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  readXml(xml, {
    open: ({ name }) => void (name === "si" && strings.push("")),
    text: (text, parent) => void (parent === "t" && strings.push((strings.pop() ?? "") + text)),
  });
  return strings;
}

function rowsOf(sheet: string, xml: string, strings: readonly string[]): Row[] {
  const rows: (string | number | undefined)[][] = [];
  let cell: Readonly<Record<string, string>> = {};
  readXml(xml, {
    open: ({ name, attributes }) => {
      if (name === "c") cell = attributes;
    },
    text: (text, parent) => {
      const [, column = "", row] = /^([A-Z]+)(\d+)$/.exec(cell.r ?? "") ?? [];
      if (parent !== "v" || row === undefined) return;
      const cells = rows[Number(row) - 1] ?? [];
      rows[Number(row) - 1] = cells;
      cells[rankOf(column) - 1] = cell.t === "s" ? strings[Number(text)] : Number(text);
    },
  });
  return Array.from(rows, (cells = [], rank) => ({ at: `${sheet}, ligne ${rank + 1}`, cells: Array.from(cells) }));
}

/** « A » is 1, « AA » is 27. */
const rankOf = (column: string): number => [...column].reduce((rank, letter) => 26 * rank + letter.charCodeAt(0) - 64, 0);
