import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Manifeste } from "../../src/export/index.ts";

/** The rows of a lot, read by DuckDB alone: everything as text, nothing as an empty one. */
export async function lignesDuFichier(fichier: string): Promise<Record<string, string>[]> {
  const connexion = await (await DuckDBInstance.create(":memory:")).connect();
  const nom = `'${fichier.replaceAll("'", "''")}'`;
  const source = fichier.endsWith(".csv") ? `read_csv(${nom}, all_varchar = true, header = true)` : nom;
  const lues = (await connexion.runAndReadAll(`FROM ${source}`)).getRowObjectsJS();
  connexion.closeSync();
  return lues.map((ligne) =>
    Object.fromEntries(Object.entries(ligne).map(([nom, valeur]) => [nom, valeur === null ? "" : String(valeur)])),
  );
}

export function manifesteDuDossier(dossier: string): Manifeste {
  return JSON.parse(readFileSync(`${dossier}/manifest.json`, "utf8"));
}

/** The smallest number of rows with the same values in the columns that the manifest calls quasi-identifiers; nothing without rows. */
export function kReel(lignes: readonly Record<string, string>[], { colonnes }: Manifeste): number | null {
  const quasi = colonnes.filter(({ role }) => role === "quasi_identifiant").map(({ nom }) => nom);
  const tailles: Record<string, number> = {};
  for (const ligne of lignes) {
    const cle = quasi.map((nom) => ligne[nom] || "non_connu").join("|");
    tailles[cle] = (tailles[cle] ?? 0) + 1;
  }
  return lignes.length === 0 ? null : Math.min(...Object.values(tailles));
}

/** The smallest number of different results among rows alike, where one is known. */
export function lReel(lignes: readonly Record<string, string>[], { colonnes }: Manifeste): number | null {
  const quasi = colonnes.filter(({ role }) => role === "quasi_identifiant").map(({ nom }) => nom);
  const resultats: Record<string, Set<string>> = {};
  for (const ligne of lignes) {
    const cle = quasi.map((nom) => ligne[nom] || "non_connu").join("|");
    const connu = ligne.jury_le && ligne.resultat !== "non_connu" ? String(ligne.resultat) : "";
    const groupe = resultats[cle] ?? new Set();
    resultats[cle] = groupe.add(ligne.rupture_le ? "rupture" : connu);
  }
  const connus = Object.values(resultats).filter((groupe) => [...groupe].some((un) => un !== ""));
  return connus.length === 0 ? null : Math.min(...connus.map(({ size }) => size));
}
