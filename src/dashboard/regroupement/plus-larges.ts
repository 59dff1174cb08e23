import { type Categorie, type Dimension, ENSEMBLE, NON_CONNU } from "../definition/categorie.ts";
import type { Definition } from "../definition/definition.ts";
import type { TablePubliee } from "../publication/publiee.ts";
import { codeReuni, dimensionReunie, type Regroupement, type Reunion, reunionsDe } from "./index.ts";
import { largesDe } from "./nomenclature-large.ts";
import { refusDeRetrait, refusDeReunion } from "./permis.ts";

/** What may be one with what is not known: what says little itself. */
const restes: ReadonlySet<string> = new Set(["autre", "non", "aucun", "refus", NON_CONNU]);

/** Of categories without order, how many are small enough to be made one with another: the rarest. */
const RARES = 3;

/**
 * Every regroupement that says a little less than the one given, from tables of which nothing is hidden nor made one. Of an ordered
 * dimension, neighbours become one; of another, its rarest categories and what is neither; or the dimension takes a coarser
 * nomenclature that readers know; or a table goes without one of its dimensions; or all go without the half-year alone.
 */
export function regroupementsPlusLarges(definition: Definition, tables: readonly TablePubliee[], depuis: Regroupement): Regroupement[] {
  const dimensions = dimensionsDe(tables);
  const parDimension = dimensions.flatMap((dimension) =>
    [...elargies(definition, { dimension, tables, depuis }), ...connues(definition, dimension, depuis)].map((reunions) => ({
      ...depuis,
      reunions: dimensions.flatMap((une) => (une === dimension ? dansLOrdre(une, reunions) : reunionsDe(une.id, depuis))),
    })),
  );
  const retraits = tables.flatMap(({ id, dimensions }) => dimensions.map((une) => ({ table: id, dimension: une.id })));
  const sansDimension = retraits
    .filter((un) => refusDeRetrait(definition, un) === undefined && !depuis.sans.some(({ table }) => table === un.table))
    .map((un) => ({ ...depuis, sans: [...depuis.sans, un] }));
  const cumulSeul: Regroupement[] = depuis.mesures === undefined ? [{ ...depuis, mesures: ["cumul"] }] : [];
  return [...parDimension, ...sansDimension, ...cumulSeul];
}

/** Each once, with the categories that any table gives it. */
function dimensionsDe(tables: readonly TablePubliee[]): Dimension[] {
  const parId = new Map<string, Dimension>();
  for (const { dimensions } of tables) {
    for (const une of dimensions) {
      const vue = parId.get(une.id);
      if (vue === undefined || vue.categories.length < une.categories.length) parId.set(une.id, une);
    }
  }
  return [...parId.values()];
}

/** The reunions of a dimension with two of its categories, made one already or not, as one. */
function elargies(
  definition: Definition,
  { dimension, tables, depuis }: { dimension: Dimension; tables: readonly TablePubliee[]; depuis: Regroupement },
): Reunion[][] {
  const reunions = reunionsDe(dimension.id, depuis);
  const codesDe = ({ code }: Categorie): readonly string[] => reunions.find((une) => codeReuni(definition, une) === code)?.codes ?? [code];
  const { categories } = dimensionReunie(definition, dimension, depuis);
  const connues = categories.filter(({ code }) => code !== NON_CONNU);
  const estOrdonnee = definition.echelles.has(dimension.id) || dimension.categories.some(({ min }) => min !== undefined);
  const sansOrdre = (): Paire[] => (largesDe(definition, dimension.id) !== undefined ? [] : rares(dimension, categories, codesDe, tables));
  const paires = estOrdonnee ? voisines(connues) : sansOrdre();
  return paires.flatMap((paire) => {
    const une = reunionDe(dimension, paire.flatMap(codesDe));
    const autres = reunions.filter(({ codes }) => !codes.some((code) => une.codes.includes(code)));
    return estPermise(definition, une, dimension) ? [[...autres, une]] : [];
  });
}

/** A reunion in the order of the nomenclature. */
function reunionDe({ id, categories }: Dimension, codes: readonly string[]): Reunion {
  const rangs = categories.flatMap(({ code }) => (codes.includes(code) ? [code] : []));
  return { dimension: id, codes: rangs };
}

function dansLOrdre({ categories }: Dimension, reunions: readonly Reunion[]): Reunion[] {
  const rang = ({ codes: [premier] }: Reunion): number => categories.findIndex(({ code }) => code === premier);
  return [...reunions].sort((a, b) => rang(a) - rang(b));
}

function estPermise(definition: Definition, reunion: Reunion, { categories }: Dimension): boolean {
  return refusDeReunion(definition, reunion, categories) === undefined;
}

/** Coarser nomenclatures that readers know, and that keep one what is one already. */
function connues(definition: Definition, dimension: Dimension, depuis: Regroupement): Reunion[][] {
  const deja = reunionsDe(dimension.id, depuis);
  return (largesDe(definition, dimension.id) ?? []).flatMap((large) => {
    const reunions = large.map((codes) => reunionDe(dimension, codes)).filter((une) => estPermise(definition, une, dimension));
    const garde = deja.every(({ codes }) => reunions.some((une) => codes.every((code) => une.codes.includes(code))));
    return reunions.length > 0 && garde && JSON.stringify(reunions) !== JSON.stringify(deja) ? [reunions] : [];
  });
}

type Paire = readonly [Categorie, Categorie];

function voisines(categories: readonly Categorie[]): Paire[] {
  return categories.slice(1).map((suivante, rang) => [categories[rang] ?? suivante, suivante]);
}

/** The rarest categories by two, without those where nobody is, which hide nothing; and what is not known with what says little. */
function rares(
  { id }: Dimension,
  categories: readonly Categorie[],
  codesDe: (une: Categorie) => readonly string[],
  tables: readonly TablePubliee[],
): Paire[] {
  const table = tables.find(({ dimensions }) => dimensions.some((une) => une.id === id));
  const peuplees = categories
    .map((categorie) => ({ categorie, total: codesDe(categorie).reduce((somme, code) => somme + totalDe(table, id, code), 0) }))
    .filter(({ total }) => total > 0);
  const connues = peuplees.filter(({ categorie: { code } }) => code !== NON_CONNU).sort((a, b) => a.total - b.total);
  // What most are in stands alone: as one with it, the others would no longer be read.
  const petites = connues.slice(0, Math.min(RARES, connues.length - 1)).map(({ categorie }) => categorie);
  const inconnue = peuplees.map(({ categorie }) => categorie).filter(({ code }) => code === NON_CONNU);
  const deux = petites.flatMap((une, rang) => petites.slice(rang + 1).map((autre): Paire => [une, autre]));
  const avecInconnue = inconnue.flatMap((une) =>
    connues.filter(({ categorie }) => codesDe(categorie).every((code) => restes.has(code))).map(({ categorie }): Paire => [categorie, une]),
  );
  return [...deux, ...avecInconnue];
}

/** What a table counts in a category since the beginning, whatever its other dimension says. */
function totalDe(table: TablePubliee | undefined, id: string, code: string): number {
  const cellule = table?.cellules.find(
    ({ mesure, codes }) => mesure === "cumul" && Object.entries(codes).every(([une, vue]) => vue === (une === id ? code : ENSEMBLE)),
  );
  return cellule?.valeur ?? 0;
}
