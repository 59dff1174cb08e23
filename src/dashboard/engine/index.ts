import type { DuckDBConnection } from "@duckdb/node-api";
import { UserError } from "../../errors.ts";
import type { Definition } from "../definition/definition.ts";
import type { Ligne, TypeSql, Valeur } from "../definition/ligne.ts";
import { controler, sqlDuControle } from "./controle.ts";
import type { Moteur } from "./moteur.ts";
import { relation, relationDesLots } from "./relation.ts";

/** As many rows as a chunk of DuckDB holds. */
const TRANCHE = 2048;

/**
 * Opens a table `parcours` made of rows in memory and of lots on disk, for as long as `travail` runs. DuckDB weighs 70 MB: it is
 * loaded here, when a dashboard is made.
 */
export async function avecMoteur<T>(
  definition: Definition,
  { lignes, lots }: { lignes: readonly Ligne[]; lots: readonly string[] },
  travail: (moteur: Moteur) => Promise<T>,
): Promise<T> {
  return avecDuckdb(async (connexion) => {
    await verser(connexion, "saisis", definition.typesSql, lignes);
    await ouvrir(connexion, definition, lots);
    return travail({ demander: async (requete) => (await connexion.runAndReadAll(requete)).getRowObjectsJS() });
  });
}

/** @throws UserError when a lot is not what it says. */
export async function ouvrir(connexion: DuckDBConnection, definition: Definition, lots: readonly string[]): Promise<void> {
  if (lots.length === 0) return void (await connexion.run(relation(false)));
  try {
    await connexion.run(relationDesLots(definition, lots));
    await connexion.run(relation(true));
    const [reponse] = (await connexion.runAndReadAll(sqlDuControle(definition))).getRowObjectsJS();
    controler(definition, reponse ?? {});
  } catch (error) {
    if (error instanceof UserError) throw error;
    const [raison] = String(error instanceof Error ? error.message : error).split("\n");
    throw new UserError(
      `Les lots ne peuvent pas être lus : ${lots.join(", ")}.`,
      `Vérifiez que ces fichiers existent et sont entiers (${raison}).`,
    );
  }
}

/** A DuckDB in memory, closed behind whoever used it. */
export async function avecDuckdb<T>(travail: (connexion: DuckDBConnection) => Promise<T>): Promise<T> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:");
  const connexion = await instance.connect();
  try {
    return await travail(connexion);
  } finally {
    connexion.closeSync();
    instance.closeSync();
  }
}

/** Makes a table of rows, by chunks of columns: thirty times faster than INSERT. */
export async function verser<C extends string>(
  connexion: DuckDBConnection,
  table: string,
  colonnes: Readonly<Record<C, TypeSql>>,
  lignes: readonly Readonly<Record<C, Valeur>>[],
): Promise<void> {
  const duckdb = await import("@duckdb/node-api");
  const noms = Object.keys(colonnes) as C[];
  await connexion.run(`CREATE TABLE ${table} (${noms.map((nom) => `${nom} ${colonnes[nom]}`).join(", ")})`);
  const appender = await connexion.createAppender(table);
  for (let debut = 0; debut < lignes.length; debut += TRANCHE) {
    const tranche = lignes.slice(debut, debut + TRANCHE);
    const morceau = duckdb.DuckDBDataChunk.create(
      noms.map((nom) => duckdb[colonnes[nom]]),
      tranche.length,
    );
    morceau.setColumns(noms.map((nom) => tranche.map((ligne) => ligne[nom])));
    appender.appendDataChunk(morceau);
  }
  appender.closeSync();
}
