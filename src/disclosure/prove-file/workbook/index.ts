import { absent, gridFaults, numbersIn } from "../grid/grid.ts";
import { countFaults, marksIn } from "../grid/marks.ts";
import { kindFaults } from "../kinds.ts";
import { formFaults } from "../mould.ts";
import type { Proved, ProvedValue } from "../proved.ts";
import { chartFaults } from "./chart.ts";
import { listFaults, listIn } from "./list.ts";
import { packFaults, partsOf } from "./package.ts";
import { type Sheet, sheetsOf, VALUES } from "./sheet.ts";

/** The places of a workbook where something stands that was not proved, read from its bytes, or that is not as in its mould. */
export function xlsxFaults(bytes: Uint8Array, mould: Uint8Array, proved: Proved): string[] {
  const [parts, cast] = [partsOf(bytes), partsOf(mould)];
  if (parts.size === 0) return ["ce qui n'est pas un classeur"];
  const sheets = sheetsOf(parts);
  const shown = [...sheets.values()];
  return [
    ...valueFaults(shown, proved),
    ...[...parts].flatMap(([part, xml]) => partFaults(part, xml, cast.get(part) ?? "", sheets)),
    ...formFaults("parties", [...parts.keys()].join("\n"), [...cast.keys()].join("\n")),
    ...packFaults(bytes, parts),
  ];
}

/** Sheets alone have values of their own: what charts keep is in their cells. */
function partFaults(part: string, xml: string, mould: string, sheets: ReadonlyMap<string, Sheet>): string[] {
  const { name = part, rows } = sheets.get(part) ?? {};
  const kept = part.startsWith("xl/charts/") ? chartFaults(xml, [...sheets.values()]) : [];
  return [
    ...[...kept, ...kindFaults(part, xml)].map((fault) => `${name}, ${fault}`),
    ...formFaults(name, xml, mould, rows && { values: VALUES, read: numbersIn(rows).length }),
  ];
}

/** The list of all cells is read by its columns, the other sheets by the words around each number. */
function valueFaults(sheets: readonly Sheet[], proved: Proved): string[] {
  const writing = { margin: 0, rate: { scale: 1, margin: 0 } };
  const seen = new Set<ProvedValue>();
  const faults = sheets.flatMap(({ name, rows }) => {
    const header = listIn(rows);
    if (header < 0) return gridFaults(rows, proved, writing, seen);
    return [...gridFaults(rows.slice(0, header), proved, writing), ...listFaults(name, rows.slice(header + 1), proved)];
  });
  const grids = sheets.map(({ rows }) => rows);
  return [...faults, ...absent(proved, seen), ...countFaults(marksIn(grids, proved), grids.flat(), proved)];
}
