import { absent, gridFaults, numbersIn } from "../grid/grid.ts";
import { countFaults, marksIn } from "../grid/marks.ts";
import { kindFaults } from "../kinds.ts";
import { formFaults } from "../mould.ts";
import type { Proved, ProvedValue } from "../proved.ts";
import { pageOf } from "./element.ts";
import { pairsIn, tablesIn, VALUES } from "./grids.ts";

/** Numbers have two decimals at most, rates are in hundredths with one. */
const WRITING = { margin: 0.005001, rate: { scale: 100, margin: 0.050001 } };

const DOCTYPE = "<!DOCTYPE html>\n";

/** The places of a page, which is HTML and XML alike, where something stands that was not proved, or that is not as in its mould. */
export function htmlFaults(html: string, mould: string, proved: Proved): string[] {
  const xml = html.replace(DOCTYPE, "");
  const page = pageOf(xml);
  const [tables, pairs] = [tablesIn(page), pairsIn(page)];
  const read = [...tables, pairs].flatMap(numbersIn).length;
  const seen = new Set<ProvedValue>();
  return [
    ...[...tables, pairs].flatMap((rows) => gridFaults(rows, proved, WRITING, seen)),
    ...absent(proved, seen),
    ...countFaults(marksIn(tables, proved), pairs, proved),
    ...kindFaults("page", xml).map((fault) => `page, ${fault}`),
    ...formFaults("page", html, mould, { values: VALUES, read }),
  ];
}
