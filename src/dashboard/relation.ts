import { colonnes, type Ligne } from "./ligne.ts";
import { NON_CONNU } from "./nomenclature.ts";

/** Columns where nothing means that it did not happen, not that it is unknown. */
const sansObjet: ReadonlySet<string> = new Set([
  "conclu_le",
  "rupture_le",
  "jury_le",
  "fin_parcours",
  "phase",
  "anciennete",
  "recevabilite",
] satisfies (keyof Ligne)[]);

/**
 * What makes `parcours` out of the rows typed in (`saisis`) and of lots. A lot has the same columns, with two freedoms: a day may be
 * a half-year (2025-S1), read as its first day, and a column may be missing, which is then not known.
 */
export function relation(lots: readonly string[]): string {
  if (lots.length === 0) return "CREATE VIEW parcours AS SELECT * FROM saisis";
  const parquet = lots.filter((lot) => !isCsv(lot));
  const csv = lots.filter(isCsv);
  const sources = [
    ...(parquet.length > 0 ? [`read_parquet([${parquet.map(texte).join(", ")}], union_by_name = true)`] : []),
    ...(csv.length > 0 ? [`read_csv([${csv.map(texte).join(", ")}], union_by_name = true, all_varchar = true)`] : []),
  ];
  const unions = sources.map((source) => `UNION ALL BY NAME SELECT * FROM ${source}`).join("\n  ");
  // Parquet is read by columns at each query, which costs little memory; a csv would be parsed again each time.
  const nature = csv.length > 0 ? "TABLE" : "VIEW";
  return `CREATE ${nature} parcours AS SELECT ${normales()} FROM (SELECT * FROM saisis\n  ${unions})`;
}

const isCsv = (lot: string): boolean => /\.csv$/i.test(lot);
const texte = (valeur: string): string => `'${valeur.replaceAll("'", "''")}'`;

/** Each column with its type, which a csv has not, its unknowns named, its half-years as days. */
function normales(): string {
  return Object.entries(colonnes)
    .map(([nom, type]) => {
      if (/_le$|^fin_parcours$/.test(nom)) return `replace(replace(${nom}, '-S1', '-01-01'), '-S2', '-07-01') AS ${nom}`;
      if (sansObjet.has(nom)) return nom;
      const defaut = { VARCHAR: `'${NON_CONNU}'`, DOUBLE: "0", BOOLEAN: "false" }[type];
      return `COALESCE(CAST(${nom} AS ${type}), ${defaut}) AS ${nom}`;
    })
    .join(", ");
}
