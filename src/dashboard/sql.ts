import type { Indicateur } from "./indicators.ts";
import { dimension, ENSEMBLE } from "./nomenclature.ts";
import { type Population, populations } from "./populations.ts";
import type { Fenetre } from "./semestre.ts";

type Fenetres = Record<Fenetre, { debut: string; fin: string }>;

/**
 * The one query of a table. It gives a line per window and per combination of codes, margins included, where somebody is: the
 * codes, `valeur` (hundredths for sums), `personnes`, and what the secrecy asks of amounts: `contributeurs` and `entreprises`
 * with a non-zero amount, `plus_gros` (the largest sum of one enterprise).
 */
export function sqlDe(indicateur: Indicateur, fenetres: Fenetres): string {
  const cube = indicateur.dimensions.join(", ");
  const agrege = ["somme", "moyenne"].includes(indicateur.grandeur.type) ? montants(indicateur, cube) : effectifs(indicateur, cube);
  return `WITH fenetres(mesure, debut, fin) AS (VALUES\n  ${valeurs(fenetres)}),\npopulation AS (\n${population(indicateur)})\n${agrege};`;
}

function valeurs(fenetres: Fenetres): string {
  return Object.entries(fenetres)
    .map(([mesure, { debut, fin }]) => `('${mesure}', '${debut}', '${fin}')`)
    .join(",\n  ");
}

function population({ population, grandeur, dimensions }: Indicateur): string {
  const { date, condition }: Population = populations[population];
  const filtre = condition === undefined ? "" : `\n  WHERE ${condition}`;
  const source = "eclater" in grandeur ? eclatee(grandeur.eclater, dimensions[0]) : "parcours";
  // Ties go by the codes and not by the file, for the order of the files must not matter.
  const dernier =
    grandeur.type === "distincts" && grandeur.dernier
      ? `\n  QUALIFY row_number() OVER (PARTITION BY mesure, ${grandeur.colonne} ORDER BY ${[date, ...dimensions].map((colonne) => `${colonne} DESC`).join(", ")}) = 1`
      : "";
  return `  SELECT * FROM ${source} JOIN fenetres ON ${date} BETWEEN debut AND fin${filtre}${dernier}`;
}

/** Each parcours once per category of the dimension, with the amount of that category. */
function eclatee(prefixe: string, dimensionId: Indicateur["dimensions"][number] | undefined): string {
  const codes = dimensionId === undefined ? [] : dimension(dimensionId, []).categories.map(({ code }) => code);
  const noms = codes.map((code) => `'${code}'`).join(", ");
  const colonnes = codes.map((code) => `${prefixe}_${code}`).join(", ");
  return `(SELECT *, unnest([${noms}]) AS ${dimensionId}, unnest([${colonnes}]) AS montant FROM parcours)`;
}

const marges = (dimensions: readonly string[]): string =>
  dimensions.map((id) => `CASE WHEN GROUPING(${id}) = 1 THEN '${ENSEMBLE}' ELSE ${id} END AS ${id}`).join(", ");

function effectifs({ grandeur, dimensions }: Indicateur, cube: string): string {
  const valeur =
    grandeur.type === "distincts"
      ? `COUNT(DISTINCT ${grandeur.colonne})`
      : grandeur.type === "utilisateurs"
        ? `CASE WHEN GROUPING(${cube}) = 1 THEN COUNT(DISTINCT id) ELSE COUNT(DISTINCT id) FILTER (WHERE montant > 0) END`
        : "COUNT(*)";
  return `SELECT mesure, ${marges(dimensions)},
  CAST(${valeur} AS DOUBLE) AS valeur, CAST(COUNT(DISTINCT id) AS DOUBLE) AS personnes, 0.0 AS contributeurs, 0.0 AS entreprises, 0.0 AS plus_gros
FROM population GROUP BY mesure, CUBE (${cube})`;
}

/** First by enterprise, since the secrecy of an amount depends on how many there are and on the largest. */
function montants({ grandeur, dimensions }: Indicateur, cube: string): string {
  const montant = grandeur.type === "moyenne" ? grandeur.colonne : "montant";
  return `SELECT mesure, ${cube},
  CAST(SUM(montant) AS DOUBLE) AS valeur, CAST(SUM(personnes) AS DOUBLE) AS personnes, CAST(SUM(contributeurs) AS DOUBLE) AS contributeurs,
  CAST(COUNT(*) FILTER (WHERE contributeurs > 0) AS DOUBLE) AS entreprises, CAST(MAX(montant) AS DOUBLE) AS plus_gros
FROM (SELECT mesure, siren, ${marges(dimensions)},
    SUM(${montant}) AS montant, COUNT(DISTINCT id) AS personnes, COUNT(DISTINCT id) FILTER (WHERE ${montant} > 0) AS contributeurs
  FROM population GROUP BY mesure, siren, CUBE (${cube})) AS par_entreprise
GROUP BY mesure, ${cube}`;
}
