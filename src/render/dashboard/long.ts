import { parquetDe, type TableauDeBord } from "../../dashboard/index.ts";
import { plainCsv } from "../csv.ts";
import { cases } from "./cases.ts";

/** The columns of the long form, in their order; schemas/tableau-de-bord.tableschema.json describes them. */
const columns = {
  semestre: "VARCHAR",
  tableau: "VARCHAR",
  mesure: "VARCHAR",
  dimension_1: "VARCHAR",
  code_1: "VARCHAR",
  dimension_2: "VARCHAR",
  code_2: "VARCHAR",
  unite: "VARCHAR",
  valeur: "DOUBLE",
  marque: "VARCHAR",
} as const;
type Line = Record<keyof typeof columns, string | number | null>;

function linesOf(report: TableauDeBord): Line[] {
  return cases(report).map(({ table, mesure, dimensions: [first, second], cellule }) => ({
    semestre: report.semestre.id,
    tableau: table.id,
    mesure,
    dimension_1: first?.id ?? null,
    code_1: first?.code ?? null,
    dimension_2: second?.id ?? null,
    code_2: second?.code ?? null,
    unite: table.unite,
    valeur: cellule.valeur,
    marque: cellule.secret ? "s" : null,
  }));
}

/** One line a cell: UTF-8, commas, a point before decimals, nothing where there is no value. */
export function dashboardCsv(report: TableauDeBord): string {
  const names = Object.keys(columns) as (keyof Line)[];
  return plainCsv(
    names,
    linesOf(report).map((line) => names.map((name) => line[name])),
  );
}

/** The same lines, by columns. */
export function dashboardParquet(report: TableauDeBord): Promise<Uint8Array> {
  return parquetDe(columns, linesOf(report));
}
