import { NON_CONNU } from "../definition/categorie.ts";
import type { Definition } from "../definition/definition.ts";
import { texte } from "../definition/sql.ts";

/** What makes `parcours` out of the rows typed in (`saisis`), and of `lots` when there are any. */
export function relation(avecLots: boolean): string {
  return `CREATE VIEW parcours AS SELECT * FROM saisis${avecLots ? " UNION ALL BY NAME SELECT * FROM lots" : ""}`;
}

/**
 * What makes `lots`, the rows of files. They have the columns of `saisis` with four freedoms: a day may be a half-year (2025-S1), read
 * as its first day, or « avant-2025-S1 », a day before all; amounts are euros and hours; and a column may be missing, which is then
 * not known.
 */
export function relationDesLots(definition: Definition, lots: readonly string[]): string {
  // Parquet is read by columns at each query, which costs little memory; a csv would be parsed again each time.
  const nature = lots.some(isCsv) ? "TABLE" : "VIEW";
  return `CREATE ${nature} lots AS SELECT ${normales(definition)} FROM (SELECT * FROM (SELECT * FROM saisis WHERE false)\n  ${unions(lots)})`;
}

/** The régions of the rows of a lot that one of these columns dates of that day or before. */
export function sqlDesRegions(lot: string, dates: readonly string[], fin: string): string {
  const comptee = dates.map((nom) => `${jour(nom)} <= ${texte(fin)}`).join(" OR ");
  return `SELECT DISTINCT COALESCE(region, ${texte(NON_CONNU)}) AS region FROM (SELECT * FROM saisis WHERE false ${unions([lot])}) WHERE ${comptee}`;
}

/** The different values of columns as a lot writes them. */
export function sqlDesValeurs(lot: string, noms: readonly string[]): string {
  const listes = noms.map((nom) => `list(DISTINCT CAST(${nom} AS VARCHAR) ORDER BY ${nom}) AS ${nom}`);
  return `SELECT ${listes.join(", ")} FROM (SELECT * FROM saisis WHERE false ${unions([lot])})`;
}

function unions(lots: readonly string[]): string {
  const parquet = lots.filter((lot) => !isCsv(lot));
  const csv = lots.filter(isCsv);
  const sources = [...(parquet.length > 0 ? [lecture(parquet)] : []), ...(csv.length > 0 ? [lecture(csv)] : [])];
  return sources.map((source) => `UNION ALL BY NAME SELECT * FROM ${source}`).join("\n  ");
}

/** What reads files of one kind, all parquet or all csv. A csv is text until it is checked, with commas and without guesses. */
export function lecture(fichiers: readonly string[]): string {
  const liste = `[${fichiers.map(texte).join(", ")}]`;
  if (!fichiers.every(isCsv)) return `read_parquet(${liste}, union_by_name = true)`;
  return `read_csv(${liste}, union_by_name = true, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`;
}

const isCsv = (lot: string): boolean => /\.csv$/i.test(lot);

/** Each column with its type, which a csv has not, its unknowns named, its half-years as days, its amounts in hundredths. */
function normales({ noms, colonnes }: Definition): string {
  return noms.map((nom) => `${normale(nom, colonnes[nom])} AS ${nom}`).join(", ");
}

/** A column of a lot as those of the rows typed in. */
function normale(nom: string, colonne: Definition["colonnes"][string] | undefined): string {
  if (colonne?.nature === "jour") return jour(nom);
  if (colonne?.nature === "nombre") return `COALESCE(round(CAST(${nom} AS DOUBLE) * 100), 0)`;
  if (colonne?.nature === "booleen") return `COALESCE(CAST(${nom} AS BOOLEAN), false)`;
  if (colonne !== undefined && "sansObjet" in colonne) return nom;
  return `COALESCE(CAST(${nom} AS VARCHAR), ${texte(NON_CONNU)})`;
}

function jour(nom: string): string {
  return `CASE WHEN ${nom} LIKE 'avant-____-S_' THEN '0001-01-01' ELSE replace(replace(${nom}, '-S1', '-01-01'), '-S2', '-07-01') END`;
}
