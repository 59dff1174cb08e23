import { colonnes, type Ligne } from "./ligne.ts";

/** A line of a query's answer. */
export type Reponse = Record<string, unknown>;

/** As many rows as a chunk of DuckDB holds. */
const TRANCHE = 2048;
const noms = Object.keys(colonnes) as (keyof Ligne)[];

/** Runs queries on the rows, held in a table `parcours` in memory. DuckDB weighs 70 MB: it is loaded here, when a dashboard is made. */
export async function interroger(lignes: readonly Ligne[], requetes: readonly string[]): Promise<Reponse[][]> {
  const duckdb = await import("@duckdb/node-api");
  const instance = await duckdb.DuckDBInstance.create(":memory:");
  const connexion = await instance.connect();
  try {
    await connexion.run(`CREATE TABLE parcours (${noms.map((nom) => `${nom} ${colonnes[nom]}`).join(", ")})`);
    const appender = await connexion.createAppender("parcours");
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
    const reponses: Reponse[][] = [];
    for (const requete of requetes) reponses.push((await connexion.runAndReadAll(requete)).getRowObjectsJS());
    return reponses;
  } finally {
    connexion.closeSync();
    instance.closeSync();
  }
}
