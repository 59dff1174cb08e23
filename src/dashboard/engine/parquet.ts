import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { TypeSql, Valeur } from "../definition/ligne.ts";
import { texte } from "../definition/sql.ts";
import { avecDuckdb, verser } from "./index.ts";
import type { Reponse } from "./moteur.ts";

/** The bytes of a parquet file: the same for the same rows. */
export async function parquetDe<C extends string>(
  colonnes: Readonly<Record<C, TypeSql>>,
  lignes: readonly Readonly<Record<C, Valeur>>[],
): Promise<Uint8Array> {
  return aLEcart(async (connexion, fichier) => {
    await verser(connexion, "tableau", colonnes, lignes);
    return ecrire(connexion, fichier);
  });
}

/** What a parquet file holds; `isWhole` when its bytes are those of its lines, written anew, and so hide nothing else. Nothing of what cannot be read. */
export async function relireParquet(contenu: Uint8Array): Promise<{ lines: Reponse[]; isWhole: boolean }> {
  return aLEcart(async (connexion, fichier) => {
    writeFileSync(fichier, contenu);
    try {
      await connexion.run(`CREATE TABLE tableau AS FROM read_parquet(${texte(fichier)})`);
    } catch {
      return { lines: [], isWhole: false };
    }
    const lines = (await connexion.runAndReadAll("FROM tableau")).getRowObjectsJS();
    return { lines, isWhole: Buffer.from(contenu).equals(await ecrire(connexion, fichier)) };
  });
}

async function ecrire(connexion: DuckDBConnection, fichier: string): Promise<Uint8Array> {
  await connexion.run(`COPY tableau TO ${texte(fichier)} (FORMAT parquet, COMPRESSION zstd)`);
  return new Uint8Array(readFileSync(fichier));
}

/** A DuckDB with a file to pass by, in a folder of its own, removed at once. */
async function aLEcart<T>(travail: (connexion: DuckDBConnection, fichier: string) => Promise<T>): Promise<T> {
  const dossier = mkdtempSync(join(tmpdir(), "cpro-parquet-"));
  try {
    return await avecDuckdb((connexion) => travail(connexion, join(dossier, "tableau.parquet")));
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}
