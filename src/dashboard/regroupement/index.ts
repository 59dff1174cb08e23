import type { Terme } from "../../dispositif/bilan.ts";
import { list } from "../../words/french.ts";
import { bandeReunie, type Categorie, type Dimension } from "../definition/categorie.ts";
import type { Definition } from "../definition/definition.ts";
import type { Indicateur } from "../definition/indicateur.ts";
import { dimension as dimensionDe } from "../definition/nomenclature.ts";
import type { Mesure } from "../definition/semestre.ts";
import { texte } from "../definition/sql.ts";

/** Categories of a dimension made one, in every table that has the dimension. */
export interface Reunion {
  dimension: string;
  /** Two or more, in the order of the nomenclature. */
  codes: readonly string[];
}

/** How a dashboard says less than the nomenclature could, for more of it to be read. */
export interface Regroupement {
  /** No code is in two of them. */
  reunions: readonly Reunion[];
  /** Tables of two dimensions that are shown by the other one alone. */
  sans: readonly Retrait[];
  /** The measures published; all when absent. */
  mesures?: readonly Mesure[];
}

export interface Retrait {
  table: string;
  dimension: string;
}

/** The code of several as one: that of the whole band, or one that no category has, not even the words of a domain: two spaces in a row. */
export function codeReuni(definition: Definition, reunion: Reunion): string {
  return bandeReunie(categoriesDe(definition, reunion))?.code ?? reunion.codes.join("  +  ");
}

/** Categories as the nomenclature has them; a domain is its own words. */
export function categoriesDe(definition: Definition, { dimension, codes }: Reunion): Categorie[] {
  const { categories } = dimensionDe(definition, dimension, codes);
  return codes.map((code) => categories.find((une) => une.code === code) ?? { code, libelle: code });
}

/** « 16 à 25 ans », « Sections B à E », « Niveau 3 (CAP) à Niveau 5 (bac + 2) », « CQP + CQPI ». */
export function libelleReuni(definition: Definition, reunion: Reunion): string {
  const { dimension, codes } = reunion;
  const [categories, toutes] = [categoriesDe(definition, reunion), dimensionDe(definition, dimension, []).categories];
  const libelles = categories.map(({ libelle }) => libelle);
  const bande = bandeReunie(categories);
  if (bande !== undefined) return bande.libelle;
  if (dimension === "secteur" && codes.every((code) => code.length === 1)) return `Sections ${list(suites(codes, toutes), "et")}`;
  const [suite = "", ...autres] = definition.echelles.has(dimension) ? suites(codes, toutes) : [];
  if (suite.includes(" à ") && autres.length === 0) return `${libelles[0]} à ${libelles.at(-1)}`;
  return libelles.join(" + ");
}

/** « A », « C à E »: those that follow one another in the nomenclature, from three on. */
function suites(codes: readonly string[], toutes: readonly Categorie[]): string[] {
  const rangs = codes.map((code) => toutes.findIndex((une) => une.code === code));
  const coupes = codes.flatMap((_, rang) => (rang === 0 || rangs[rang] !== (rangs[rang - 1] ?? 0) + 1 ? [rang] : []));
  return coupes.flatMap((debut, rang) => {
    const suite = codes.slice(debut, coupes[rang + 1]);
    return suite.length > 2 ? [`${suite[0]} à ${suite.at(-1)}`] : suite;
  });
}

/** The reunions of a dimension. */
export function reunionsDe(dimension: string, regroupement: Regroupement | undefined): readonly Reunion[] {
  return regroupement?.reunions.filter((une) => une.dimension === dimension) ?? [];
}

/** The dimension with, for each reunion, one category where the first of its own was. */
export function dimensionReunie<D extends Dimension>(definition: Definition, dimension: D, regroupement: Regroupement | undefined): D {
  const reunions = reunionsDe(dimension.id, regroupement);
  const categories = dimension.categories.flatMap((categorie) => {
    const reunion = reunions.find(({ codes }) => codes.includes(categorie.code));
    if (reunion === undefined) return [categorie];
    const premiere = dimension.categories.find(({ code }) => reunion.codes.includes(code));
    return categorie === premiere ? [{ code: codeReuni(definition, reunion), libelle: libelleReuni(definition, reunion) }] : [];
  });
  return reunions.length === 0 ? dimension : { ...dimension, categories };
}

/** The rows of a table, in SQL, as they would be if their codes said the categories of the regroupement. */
export function lignesReunies(
  definition: Definition,
  { dimensions }: Pick<Indicateur, "dimensions">,
  regroupement: Regroupement | undefined,
): string {
  const colonnes = dimensions.flatMap((dimension) => {
    const cas = reunionsDe(dimension, regroupement).map(
      (reunion) => `WHEN ${dimension} IN (${reunion.codes.map(texte).join(", ")}) THEN ${texte(codeReuni(definition, reunion))}`,
    );
    return cas.length === 0 ? [] : [`CASE ${cas.join(" ")} ELSE ${dimension} END AS ${dimension}`];
  });
  return colonnes.length === 0 ? "parcours" : `(SELECT * REPLACE (${colonnes.join(", ")}) FROM parcours)`;
}

/** The cells a figure adds up: where it adds all the categories of a reunion, it adds the one they make. */
export function termesReunis(definition: Definition, termes: readonly Terme[], regroupement: Regroupement | undefined): readonly Terme[] {
  const reunis = (regroupement?.reunions ?? []).reduce(
    (vus, reunion) =>
      vus.map((terme) =>
        reunion.codes.includes(terme.codes?.[reunion.dimension] ?? "")
          ? { ...terme, codes: { ...terme.codes, [reunion.dimension]: codeReuni(definition, reunion) } }
          : terme,
      ),
    termes,
  );
  return [...new Map(reunis.map((terme) => [JSON.stringify(terme), terme])).values()];
}

/** Tables as they are shown, without the dimensions taken from them. */
export function sansDimensions(definition: Definition, indicateur: Indicateur, regroupement: Regroupement | undefined): Indicateur {
  const retires = new Set(regroupement?.sans.flatMap(({ table, dimension }) => (table === indicateur.id ? [dimension] : [])));
  const restent = indicateur.dimensions.filter((id) => !retires.has(id));
  if (restent.length === indicateur.dimensions.length) return indicateur;
  const [sujet = indicateur.titre] = indicateur.titre.split(",");
  const [premiere = ""] = restent.map((id) => dimensionDe(definition, id, []).libelle);
  return { ...indicateur, dimensions: restent, titre: `${sujet} : ${premiere.charAt(0).toLowerCase()}${premiere.slice(1)}` };
}
