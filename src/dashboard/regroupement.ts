import type { Terme } from "./figures.ts";
import type { Indicateur } from "./indicators.ts";
import type { Dimension } from "./nomenclature.ts";
import { texte } from "./relation.ts";

/** Two categories of a dimension made one, in every table that has the dimension. */
export interface Regroupement {
  dimension: string;
  /** In the order of the nomenclature. */
  codes: readonly [string, string];
}

/** The code of the two as one: none has two spaces in a row, not even the words of a domain. */
export function codeReuni({ codes }: Regroupement): string {
  return codes.join("  +  ");
}

/** Whether a table has the dimension. */
export function concerne({ dimensions }: Pick<Indicateur, "dimensions">, { dimension }: Regroupement): boolean {
  return dimensions.some((id) => id === dimension);
}

/** The dimension with one category where the first of the two was. */
export function dimensionReunie<D extends Dimension>(dimension: D, regroupement: Regroupement | undefined): D {
  if (regroupement === undefined || dimension.id !== regroupement.dimension) return dimension;
  const reunies = dimension.categories.filter(({ code }) => regroupement.codes.includes(code));
  const une = { code: codeReuni(regroupement), libelle: reunies.map(({ libelle }) => libelle).join(" + ") };
  const categories = dimension.categories.flatMap((categorie) =>
    categorie === reunies[0] ? [une] : reunies.includes(categorie) ? [] : [categorie],
  );
  return { ...dimension, categories };
}

/** The rows, in SQL, as they would be if their codes said one category. */
export function lignesReunies(regroupement: Regroupement): string {
  const { dimension, codes } = regroupement;
  const reunis = `CASE WHEN ${dimension} IN (${codes.map(texte).join(", ")}) THEN ${texte(codeReuni(regroupement))} ELSE ${dimension} END`;
  return `(SELECT * REPLACE (${reunis} AS ${dimension}) FROM parcours)`;
}

/** The cells a figure adds up: where it adds both categories, it adds the one they make. */
export function termesReunis(termes: readonly Terme[], regroupement: Regroupement | undefined): readonly Terme[] {
  if (regroupement === undefined) return termes;
  const { dimension, codes } = regroupement;
  const reunis = termes.map((terme) =>
    codes.includes(terme.codes?.[dimension] ?? "") ? { ...terme, codes: { ...terme.codes, [dimension]: codeReuni(regroupement) } } : terme,
  );
  return [...new Map(reunis.map((terme) => [JSON.stringify(terme), terme])).values()];
}
