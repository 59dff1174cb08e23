import type { DuckDBConnection } from "@duckdb/node-api";
import type { Definition } from "../definition/definition.ts";
import { avecDuckdb, ouvrir, verser } from "./index.ts";
import { lecture, sqlDesValeurs } from "./relation.ts";

/** How many rows and which columns each file has, the different values of the columns asked for (nothing is ""), and a parcours that is there twice. */
export interface ReleveDesLots {
  fichiers: { lignes: number; colonnes: string[]; valeurs: Record<string, string[]> }[];
  doublon: string | undefined;
}

/**
 * Opens files of anonymised rows and says what is in them.
 * @throws UserError when one cannot be read, or holds what no table counts.
 */
export async function releverLots(definition: Definition, fichiers: readonly string[], libres: readonly string[]): Promise<ReleveDesLots> {
  return avecDuckdb(async (connexion) => {
    await verser(connexion, "saisis", definition.typesSql, []);
    await ouvrir(connexion, definition, fichiers);
    const releve: ReleveDesLots = { fichiers: [], doublon: undefined };
    for (const fichier of fichiers) {
      const lu = await connexion.runAndReadAll(`SELECT CAST(COUNT(*) AS DOUBLE) AS lignes FROM ${lecture([fichier])}`);
      const decrit = await connexion.runAndReadAll(`DESCRIBE SELECT * FROM ${lecture([fichier])}`);
      releve.fichiers.push({
        lignes: Number(lu.getRowObjectsJS()[0]?.lignes),
        colonnes: decrit.getRowObjectsJS().map(({ column_name }) => String(column_name)),
        valeurs: await valeursDe(connexion, fichier, libres),
      });
    }
    const doubles = await connexion.runAndReadAll("SELECT id FROM lots GROUP BY id HAVING COUNT(*) > 1 ORDER BY id LIMIT 1");
    const [double] = doubles.getRowObjectsJS();
    releve.doublon = double === undefined ? undefined : String(double.id);
    return releve;
  });
}

async function valeursDe(connexion: DuckDBConnection, fichier: string, libres: readonly string[]): Promise<Record<string, string[]>> {
  const [distinctes = {}] = (await connexion.runAndReadAll(sqlDesValeurs(fichier, libres))).getRowObjectsJS();
  return Object.fromEntries(
    Object.entries(distinctes).map(([nom, liste]) => [nom, ((liste ?? []) as (string | null)[]).map((un) => un ?? "")]),
  );
}
