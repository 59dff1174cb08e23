import { ENSEMBLE } from "../definition/categorie.ts";
import type { DimensionId } from "../definition/nomenclature.ts";
import type { Mesure } from "../definition/semestre.ts";
import type { Exercice, Genre, GraphiquePublie, Point, TablePubliee } from "./publiee.ts";

/** Cells of a table, one per category; what is not named is `ensemble`. */
interface SerieDefinie {
  libelle: string;
  table: string;
  mesure: Mesure;
  codes?: Readonly<Record<string, string>>;
}

interface GraphiqueDefini {
  id: string;
  genre: Genre;
  titre: string;
  unite: string;
  series: readonly SerieDefinie[];
}

const cumul = (libelle: string, table: string, codes?: SerieDefinie["codes"]): SerieDefinie => ({
  libelle,
  table,
  mesure: "cumul",
  ...(codes && { codes }),
});

/** The charts of the tables, in their order: a new one is an entry here. */
const definis: readonly (GraphiqueDefini & { dimension: DimensionId })[] = [
  {
    id: "durees",
    genre: "colonnes",
    titre: "Contrats conclus depuis le début, selon leur durée",
    unite: "contrats",
    dimension: "duree",
    series: [cumul("Contrats conclus", "C1")],
  },
  {
    id: "certifications",
    genre: "colonnes",
    titre: "Certifications visées et obtenues depuis le début, selon le niveau",
    unite: "certifications",
    dimension: "niveau",
    series: [
      cumul("Visées", "C2.niveau"),
      cumul("Obtenues en totalité", "C3.niveau", { resultat: "validation_totale" }),
      cumul("Obtenues en partie", "C3.niveau", { resultat: "validation_partielle" }),
    ],
  },
  {
    id: "ages",
    genre: "pyramide",
    titre: "Bénéficiaires depuis le début, selon le sexe et l'âge",
    unite: "bénéficiaires",
    dimension: "tranche_age",
    series: [cumul("Femmes", "B1", { sexe: "femme" }), cumul("Hommes", "B1", { sexe: "homme" })],
  },
  {
    id: "ruptures",
    genre: "barres",
    titre: "Ruptures depuis le début, selon la phase atteinte",
    unite: "contrats",
    dimension: "phase",
    series: [cumul("Contrats rompus", "C5.phase")],
  },
  {
    id: "emploi",
    genre: "anneau",
    titre: "Contrat de travail à l'issue des parcours terminés depuis le début",
    unite: "bénéficiaires",
    dimension: "contrat_travail",
    series: [cumul("Bénéficiaires", "B5")],
  },
  {
    id: "couts",
    genre: "barres",
    titre: "Dépenses et montants retenus depuis le début, par composante du forfait",
    unite: "euros",
    dimension: "composante",
    series: [cumul("Dépenses", "F2.depense"), cumul("Montants retenus", "F2.retenu")],
  },
];

/** What happened in each half-year. */
const tendance: GraphiqueDefini = {
  id: "tendance",
  genre: "courbes",
  titre: "Contrats conclus, parcours terminés et ruptures, par semestre",
  unite: "contrats",
  series: [
    { libelle: "Contrats conclus", table: "C1", mesure: "semestre" },
    { libelle: "Parcours terminés", table: "B5", mesure: "semestre" },
    { libelle: "Contrats rompus", table: "C5.initiative", mesure: "semestre" },
  ],
};

/** The charts of a dashboard, from published cells only, and how things went since the earlier ones when there are any. */
export function graphiquesDe(semestre: string, tables: readonly TablePubliee[], precedents: readonly Exercice[]): GraphiquePublie[] {
  const charts = definis.flatMap(({ dimension, series, ...reste }): GraphiquePublie[] => {
    const { libelle: axe = "", categories = [] } = tables.flatMap((table) => table.dimensions).find(({ id }) => id === dimension) ?? {};
    const tracees = series.filter(({ table, codes = {} }) => aLesDimensions(tables, table, [dimension, ...Object.keys(codes)]));
    if (tracees.length === 0) return [];
    const points = tracees.map(({ libelle, ...ou }) => ({
      libelle,
      points: categories.map(({ code }) => pointDe(tables, { ...ou, codes: { ...ou.codes, [dimension]: code } })),
    }));
    return [{ ...reste, genre: genreDe(reste.genre, points), axe, categories: categories.map(({ libelle }) => libelle), series: points }];
  });
  const sansSemestre = !tables.some(({ cellules }) => cellules.some(({ mesure }) => mesure === "semestre"));
  if (precedents.length === 0 || sansSemestre) return charts;
  const exercices = [...precedents.filter((un) => un.semestre !== semestre), { semestre, tables }].sort((a, b) =>
    a.semestre < b.semestre ? -1 : 1,
  );
  const { series, ...reste } = tendance;
  const points = series.map(({ libelle, ...ou }) => ({ libelle, points: exercices.map((un) => pointDe(un.tables, ou)) }));
  return [...charts, { ...reste, axe: "Semestre", categories: exercices.map((un) => un.semestre), series: points }];
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

function pointDe(tables: Exercice["tables"], { table, mesure, codes = {} }: Omit<SerieDefinie, "libelle">): Point {
  const cellule = tables
    .find(({ id }) => id === table)
    ?.cellules.find((one) => one.mesure === mesure && Object.entries(one.codes).every(([id, code]) => code === (codes[id] ?? ENSEMBLE)));
  if (cellule === undefined) return { valeur: null };
  return { valeur: cellule.valeur, ...(cellule.secret && { secret: true }) };
}
