// Anonymised rows as lots hold them, invented by DuckDB itself: any number of them in seconds, always the same.
import { createRequire } from "node:module";

const { DuckDBInstance } = createRequire(new URL("../package.json", import.meta.url))("@duckdb/node-api");

/** A code drawn by the row's number; `salt` makes columns independent. */
const among = (salt, ...codes) => `(${list(codes)})[1 + (hash(n, ${salt}) % ${codes.length})::INT]`;
const list = (codes) => `[${codes.map((code) => (code === null ? "NULL" : `'${code}'`)).join(", ")}]`;
const number = (salt, below) => `(hash(n, ${salt}) % ${below})::DOUBLE`;

const halfYears = ["2023-S2", "2024-S1", "2024-S2", "2025-S1", "2025-S2", "2026-S1"];
const components = ["conception_coordination", "pedagogique", "accompagnement_vae", "annexes", "tuteur_formation", "tuteur_exercice"];

const columns = {
  id: "n::VARCHAR",
  eligible: `${number(1, 20)} > 0`,
  conclu_le: among(2, ...halfYears),
  duree: among(3, "6-8", "9-11", "12", "12", "13-17", "18-23", "24-36"),
  nature_contrat: among(4, "cdd", "cdd", "cdi"),
  nature_certification: among(5, "rncp", "rncp", "bloc", "cqp", "qualification_ccn"),
  niveau: among(6, "3", "3", "4", "5", "6"),
  domaine: among(7, "Propreté", "Hôtellerie et restauration", "Aide à domicile", "Industrie laitière", "Métallurgie"),
  certification: `'RNCP' || ${number(8, 300)}::INT`,
  rupture_le: among(9, null, null, null, null, null, ...halfYears.slice(1, 3)),
  phase: among(10, "accompagnement", "mise_en_oeuvre", "mise_en_oeuvre", "evaluation"),
  anciennete: among(11, "0-2", "3-5", "6-11", "12+"),
  initiative: among(12, "salarie", "employeur", "accord", "essai"),
  recevabilite: among(13, "non_deposee", "deposee", "recevable"),
  jury_le: among(14, null, ...halfYears.slice(2)),
  resultat: among(15, "validation_totale", "validation_totale", "validation_partielle", "refus"),
  fin_parcours: among(16, ...halfYears.slice(2), "2026-S2", "2027-S1"),
  sexe: among(17, "femme", "homme"),
  tranche_age: among(18, "18-20", "21-25", "26-29", "30-34", "35-44", "45-49", "50+"),
  situation_avant: among(19, "demandeur_emploi", "salarie"),
  inscription: among(20, "0-11", "12-23", "24+"),
  minimum_social: among(21, "aucun", "aucun", "aucun", "rsa", "ass"),
  rqth: among(22, "non", "non", "non", "oui"),
  prioritaire: among(23, "oui", "non"),
  niveau_entree: among(24, "aucun", "3", "3", "4"),
  niveau_sortie: among(25, "3", "4", "5", "non_connu"),
  poursuite: among(26, "oui", "non", "non_connu"),
  contrat_travail: among(27, "cdi", "cdd", "autre", "aucun", "non_connu"),
  meme_entreprise: among(28, "oui", "non", "non_connu"),
  entreprise: `lpad((${number(29, 40000)}::INT)::VARCHAR, 9, '9')`,
  effectif: among(30, "0-9", "10-49", "50-199", "200-249", "250+"),
  secteur: among(31, "C", "F", "G", "I", "N", "Q"),
  region: among(32, "11", "24", "28", "32", "44", "52", "53", "75", "76", "84", "93"),
  ...Object.fromEntries(
    ["organisme", "interne", "distance", "afest", "activite", "accompagnement_vae"].map((name, rank) => [
      `heures_${name}`,
      number(40 + rank, 300),
    ]),
  ),
  cout: number(50, 10_000),
  forfait: number(51, 9000),
  ...Object.fromEntries(components.map((name, rank) => [`depense_${name}`, number(60 + rank, 2000)])),
  ...Object.fromEntries(components.map((name, rank) => [`retenu_${name}`, number(70 + rank, 1500)])),
};

/** Writes the same rows as parquet and as csv. */
export async function writeLots(rows, { parquet, csv }) {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const select = Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`);
  await connection.run(`COPY (SELECT ${select.join(", ")} FROM range(${rows}) AS r(n)) TO '${parquet}' (FORMAT parquet, COMPRESSION zstd)`);
  await connection.run(`COPY (FROM '${parquet}') TO '${csv}' (FORMAT csv, HEADER)`);
  connection.closeSync();
}
