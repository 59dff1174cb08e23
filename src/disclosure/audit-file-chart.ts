import type { Sheet } from "./audit-file-sheet.ts";
import type { Harmless } from "./audit-file-texts.ts";
import { readXml } from "./audit-file-xml.ts";

/** What a chart keeps for itself must be what stands in the cells it points at, which are audited on their own. */
export function chartFaults(part: string, xml: string, sheets: readonly Sheet[], harmless: Harmless): string[] {
  const faults: string[] = [];
  let [range, index]: [(string | number | undefined)[], number] = [[], -1];
  const isAsInCell = (text: string): boolean => {
    const cell = range[index];
    return cell !== undefined && (typeof cell === "number" ? cell === Number(text) : cell === text);
  };
  readXml(xml, {
    open: ({ name, attributes }) => {
      if (name === "!" || name === "c:extLst") faults.push(`${part} : ${name}`);
      if (name === "c:strRef" || name === "c:numRef") range = [];
      if (name === "c:pt") index = Number(attributes.idx);
    },
    text: (text, parent) => {
      if (text.trim() === "") return;
      if (parent === "c:f") range = cellsOf(text, sheets);
      else if (parent === "c:v" && index >= 0) {
        if (!isAsInCell(text)) faults.push(`${part} : ${text}`);
      } else if (parent === "c:formatCode" ? !/^(\[\$-\w+\])?[#,0. %;]*(" €")?$/.test(text) : !harmless(text))
        faults.push(`${part} : ${text}`);
    },
    close: (name) => {
      if (name === "c:pt") index = -1;
    },
  });
  return faults;
}

/** « 'Synthèse'!$B$4:$B$11 », down one column. */
function cellsOf(range: string, sheets: readonly Sheet[]): (string | number | undefined)[] {
  const [, name, column = "", first, last] = /^'(.+)'!\$([A-Z])\$(\d+):\$\2\$(\d+)$/.exec(range) ?? [];
  const sheet = sheets.find((one) => one.name === name?.replaceAll("''", "'"));
  const rows = new Map(sheet?.rows.map(({ at, cells }) => [Number(at.split(" ").at(-1)), cells]));
  const [from, to] = [Number(first), Number(last)];
  return Array.from({ length: to - from + 1 || 0 }, (_, rank) => rows.get(from + rank)?.[column.charCodeAt(0) - 65]);
}
