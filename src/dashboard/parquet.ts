import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { avecDuckdb, type TypeSql, type Valeur, verser } from "./engine.ts";
import { texte } from "./relation.ts";

/** The bytes of a parquet file: the same for the same rows. It passes by a folder of its own, removed at once. */
export async function parquetDe<C extends string>(
  colonnes: Readonly<Record<C, TypeSql>>,
  lignes: readonly Readonly<Record<C, Valeur>>[],
): Promise<Uint8Array> {
  const dossier = mkdtempSync(join(tmpdir(), "cpro-parquet-"));
  const fichier = join(dossier, "tableau.parquet");
  try {
    await avecDuckdb(async (connexion) => {
      await verser(connexion, "tableau", colonnes, lignes);
      await connexion.run(`COPY tableau TO ${texte(fichier)} (FORMAT parquet, COMPRESSION zstd)`);
    });
    return new Uint8Array(readFileSync(fichier));
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}
