import { readXml } from "../xml.ts";
import type { Sheet } from "./sheet.ts";

type Cell = string | number | undefined;

/** What a chart keeps for itself must be what stands in the cells it points at, each that holds something, and in their order. */
export function chartFaults(xml: string, sheets: readonly Sheet[]): string[] {
  const faults: string[] = [];
  let [range, kept]: [Cell[], Cell[]] = [[], []];
  let index = 0;
  readXml(xml, {
    open: ({ name, attributes }) => {
      if (name === "c:pt") index = Number(attributes.idx);
    },
    text: (text, parent) => {
      if (parent === "c:f") [range, kept] = [cellsOf(text, sheets), []];
      if (parent === "c:f" && range.length === 0) faults.push(text);
      if (parent === "c:v" && range.length > 0) kept[index] = text;
    },
    close: (name) => {
      if (!/^c:(str|num)Cache$/.test(name)) return;
      const odd = Array.from({ length: Math.max(range.length, kept.length) }, (_, rank) => rank).filter(
        (rank) => String(range[rank] ?? "") !== (kept[rank] ?? ""),
      );
      faults.push(...odd.map((rank) => `point ${rank + 1} : ${kept[rank] ?? "de moins"}`));
      range = [];
    },
  });
  return faults;
}

/** « 'Synthèse'!$B$4:$B$11 », down one column. */
function cellsOf(range: string, sheets: readonly Sheet[]): Cell[] {
  const [, name, column = "", first, last] = /^'(.+)'!\$([A-Z])\$([1-9]\d*):\$\2\$([1-9]\d*)$/.exec(range) ?? [];
  const sheet = sheets.find((one) => one.name === name?.replaceAll("''", "'"));
  const [from, to] = [Number(first), Number(last)];
  return (sheet?.rows.slice(from - 1, to) ?? []).map(({ cells }) => cells[column.charCodeAt(0) - 65]);
}
