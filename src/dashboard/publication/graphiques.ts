import type { Genre, SerieDefinie } from "../../dispositif/bilan.ts";
import { ENSEMBLE } from "../definition/categorie.ts";
import type { Definition } from "../definition/definition.ts";
import type { Mesure } from "../definition/semestre.ts";
import type { Exercice, GraphiquePublie, Point, TablePubliee } from "./publiee.ts";

/** The charts of a dashboard, from published cells only, and how things went since the earlier ones when there are any. */
export function graphiquesDe(
  { bilan: { graphiques = [], tendance } }: Definition,
  { semestre, tables, precedents }: { semestre: string; tables: readonly TablePubliee[]; precedents: readonly Exercice[] },
): GraphiquePublie[] {
  const charts = graphiques.flatMap(({ dimension, series, ...reste }): GraphiquePublie[] => {
    const { libelle: axe = "", categories = [] } = tables.flatMap((table) => table.dimensions).find(({ id }) => id === dimension) ?? {};
    const tracees = series.filter(({ table, codes = {} }) => aLesDimensions(tables, table, [dimension, ...Object.keys(codes)]));
    if (tracees.length === 0) return [];
    const points = tracees.map(({ libelle, ...ou }) => ({
      libelle,
      points: categories.map(({ code }) => pointDe(tables, { ...ou, mesure: "cumul", codes: { ...ou.codes, [dimension]: code } })),
    }));
    return [{ ...reste, genre: genreDe(reste.genre, points), axe, categories: categories.map(({ libelle }) => libelle), series: points }];
  });
  const sansSemestre = !tables.some(({ cellules }) => cellules.some(({ mesure }) => mesure === "semestre"));
  if (tendance === undefined || precedents.length === 0 || sansSemestre) return charts;
  const exercices = [...precedents.filter((un) => un.semestre !== semestre), { semestre, tables }].sort((a, b) =>
    a.semestre < b.semestre ? -1 : 1,
  );
  const { series, ...reste } = tendance;
  const points = series.map(({ libelle, ...ou }) => ({
    libelle,
    points: exercices.map((un) => pointDe(un.tables, { ...ou, mesure: "semestre" })),
  }));
  return [...charts, { ...reste, genre: "courbes", axe: "Semestre", categories: exercices.map((un) => un.semestre), series: points }];
}

/** A table may go without a dimension: it has no cell for each of its categories. */
function aLesDimensions(tables: readonly TablePubliee[], id: string, voulues: readonly string[]): boolean {
  const { dimensions = [] } = tables.find((table) => table.id === id) ?? {};
  return voulues.every((voulue) => dimensions.some((une) => une.id === voulue));
}

/** A ring with a part missing would give false shares: bars then. */
function genreDe(genre: Genre, series: readonly { points: readonly Point[] }[]): Genre {
  const incomplet = series.some(({ points }) => points.some(({ valeur }) => valeur === null));
  return genre === "anneau" && incomplet ? "barres" : genre;
}

function pointDe(tables: Exercice["tables"], { table, mesure, codes = {} }: Omit<SerieDefinie, "libelle"> & { mesure: Mesure }): Point {
  const cellule = tables
    .find(({ id }) => id === table)
    ?.cellules.find((one) => one.mesure === mesure && Object.entries(one.codes).every(([id, code]) => code === (codes[id] ?? ENSEMBLE)));
  if (cellule === undefined) return { valeur: null };
  return { valeur: cellule.valeur, ...(cellule.secret && { secret: true }) };
}
