import type { RegroupementPossible } from "./conseil.ts";
import { figures } from "./figures.ts";
import { indicateurs } from "./indicators.ts";
import { type Categorie, type Dimension, type DimensionId, ENSEMBLE, NON_CONNU } from "./nomenclature.ts";
import type { TablePubliee } from "./publication.ts";

/** Dimensions whose categories follow one another, besides those made of bands of numbers. */
const echelles: ReadonlySet<string> = new Set([
  "niveau",
  "niveau_entree",
  "niveau_sortie",
  "phase",
  "recevabilite",
] satisfies DimensionId[]);

/** Where a category without neighbours can go. */
const restes: ReadonlySet<string> = new Set(["autre", NON_CONNU]);

/** Of categories without order, how many are small enough to be made one with another: the rarest. */
const RARES = 3;

/**
 * Every two categories that could be one, in the order of the tables, from tables of which nothing is hidden. Of an ordered
 * dimension, neighbours; of another, its rarest categories and what is neither. Never both of the only two that say something, nor
 * one that a figure of « Synthèse » counts without the other, nor modalities and components, of which a contract has several.
 */
export function regroupementsPossibles(tables: readonly TablePubliee[]): RegroupementPossible[] {
  return dimensionsDe(tables).flatMap((dimension) => {
    const concernees = tables.filter(({ dimensions }) => dimensions.some(({ id }) => id === dimension.id));
    return pairesDe(dimension, concernees).map(([a, b]) => ({
      dimension: dimension.id,
      libelle: dimension.libelle,
      codes: [a.code, b.code] as const,
      categories: [a, b] as const,
      tables: concernees.map(({ id }) => id),
    }));
  });
}

/** Each once, with the categories that any table gives it. */
function dimensionsDe(tables: readonly TablePubliee[]): Dimension[] {
  const eclatees = new Set(indicateurs.flatMap(({ grandeur, dimensions }) => ("eclater" in grandeur ? dimensions : [])));
  const parId = new Map<string, Dimension>();
  for (const { dimensions } of tables) {
    for (const une of dimensions) {
      const vue = parId.get(une.id);
      if (vue === undefined || vue.categories.length < une.categories.length) parId.set(une.id, une);
    }
  }
  return [...parId.values()].filter(({ id }) => ![...eclatees].some((eclatee) => eclatee === id));
}

type Paire = readonly [Categorie, Categorie];

function pairesDe(dimension: Dimension, tables: readonly TablePubliee[]): Paire[] {
  const connues = dimension.categories.filter(({ code }) => code !== NON_CONNU);
  const estOrdonnee = echelles.has(dimension.id) || connues.some(({ min }) => min !== undefined);
  const paires = estOrdonnee ? voisines(connues) : toutes(petites(dimension, tables));
  const estTout = (paire: Paire): boolean => connues.length === 2 && paire.every((une) => connues.includes(une));
  return paires.filter((paire) => !estTout(paire) && !separees(dimension, paire));
}

function voisines(categories: readonly Categorie[]): Paire[] {
  return categories.slice(1).map((suivante, rang) => [categories[rang] ?? suivante, suivante]);
}

function toutes(categories: readonly Categorie[]): Paire[] {
  return categories.flatMap((une, rang) => categories.slice(rang + 1).map((autre): Paire => [une, autre]));
}

/** In the order of the nomenclature; without those where nobody is, which hide nothing. */
function petites({ id, categories }: Dimension, tables: readonly TablePubliee[]): Categorie[] {
  const peuplees = categories
    .map((categorie) => ({ categorie, total: totalDe(tables[0], id, categorie.code) }))
    .filter(({ total }) => total > 0);
  const rares = peuplees
    .filter(({ categorie: { code } }) => !restes.has(code))
    .sort((a, b) => a.total - b.total)
    .slice(0, RARES)
    .map(({ categorie }) => categorie);
  return peuplees.map(({ categorie }) => categorie).filter((une) => restes.has(une.code) || rares.includes(une));
}

/** What a table counts in a category since the beginning, whatever its other dimension says. */
function totalDe(table: TablePubliee | undefined, id: string, code: string): number {
  const cellule = table?.cellules.find(
    ({ mesure, codes }) => mesure === "cumul" && Object.entries(codes).every(([une, vue]) => vue === (une === id ? code : ENSEMBLE)),
  );
  return cellule?.valeur ?? 0;
}

/** Whether a figure counts one without the other: it could no longer be had. */
function separees({ id }: Dimension, [a, b]: Paire): boolean {
  return figures.some(({ termes }) => {
    const comptes = (code: string): string[] =>
      termes.flatMap(({ codes = {}, ...terme }) => (codes[id] === code ? [JSON.stringify({ ...terme, ...codes, [id]: "" })] : [])).sort();
    return comptes(a.code).join() !== comptes(b.code).join();
  });
}
