import { ENSEMBLE, NON_CONNU } from "../definition/categorie.ts";
import type { Definition } from "../definition/definition.ts";
import type { Indicateur } from "../definition/indicateur.ts";
import { dimension } from "../definition/nomenclature.ts";
import type { Fenetre } from "../definition/semestre.ts";
import { lignesReunies, type Regroupement } from "../regroupement/index.ts";

type Fenetres = Record<Fenetre, { debut: string; fin: string }>;

/**
 * The one query of a table. It gives a line per window and per combination of codes, margins included, where somebody is: the
 * codes, `valeur` (hundredths for sums), `personnes`, and what the secrecy asks of amounts: `contributeurs` and `entreprises`
 * with a non-zero amount, `plus_gros` (the largest sum of one enterprise). The windows are had in one pass: what is in the
 * half-year, what is before, and both together as the margin of the two.
 */
export function sqlDe(definition: Definition, indicateur: Indicateur, fenetres: Fenetres, regroupement?: Regroupement): string {
  const { grandeur } = indicateur;
  const population = `WITH population AS (\n${populationDe(definition, indicateur, fenetres, lignesReunies(definition, indicateur, regroupement))})`;
  if (grandeur.type === "effectif") return `${population}\n${effectifs(indicateur)};`;
  if (grandeur.type === "utilisateurs") return `${population}\n${utilisateurs(codesDe(definition, indicateur), grandeur.eclater)};`;
  if (grandeur.type === "distincts") return `${population}\n${grandeur.dernier ? derniers(indicateur) : distincts(indicateur)};`;
  if (grandeur.type === "somme") return `${population},\n${sommes(codesDe(definition, indicateur), grandeur.eclater)};`;
  return `${population},\n${moyennes(indicateur, grandeur.colonne)};`;
}

/** The domains of parcours that count by a day; undefined when rows have none. */
export function sqlDesDomaines({ colonnes, entree }: Definition, fin: string): string | undefined {
  return "domaine" in colonnes ? `SELECT DISTINCT domaine FROM parcours WHERE ${entree} <= '${fin}'` : undefined;
}

/** What there is, and what is left out of the funding tables. */
export function sqlDesSources({ colonnes }: Definition): string {
  const ineligibles = "eligible" in colonnes ? "COUNT(*) FILTER (WHERE NOT eligible)" : "0";
  return `SELECT CAST(COUNT(*) AS DOUBLE) AS conclus, CAST(${ineligibles} AS DOUBLE) AS ineligibles FROM parcours`;
}

function populationDe(
  { populations }: Definition,
  { population }: Indicateur,
  { semestre: { debut, fin } }: Fenetres,
  lignes: string,
): string {
  const { date, condition } = populations[population] ?? { date: population };
  const filtre = condition === undefined ? "" : ` AND ${condition}`;
  return `  SELECT *, ${date} AS jour, CASE WHEN ${date} >= '${debut}' THEN 'semestre' ELSE 'anterieur' END AS periode
  FROM ${lignes} WHERE ${date} <= '${fin}'${filtre}`;
}

/** The codes of the dimension that a parcours is spread over, and the dimension. */
function codesDe(definition: Definition, { dimensions: [id] }: Indicateur): { id: string; codes: string[] } {
  if (id === undefined) throw new RangeError("table without dimension");
  return { id, codes: dimension(definition, id, []).categories.map(({ code }) => code) };
}

const mesure = "CASE WHEN GROUPING(periode) = 1 THEN 'cumul' ELSE periode END AS mesure";
const marges = (dimensions: readonly string[]): string =>
  dimensions.map((id) => `CASE WHEN GROUPING(${id}) = 1 THEN '${ENSEMBLE}' ELSE ${id} END AS ${id}`).join(", ");
const double = (valeur: string, nom: string): string => `CAST(${valeur} AS DOUBLE) AS ${nom}`;
const sansMontant = "0.0 AS contributeurs, 0.0 AS entreprises, 0.0 AS plus_gros";

/** First by full combination of codes, which are few: the margins are then sums of these. */
function effectifs({ dimensions }: Indicateur): string {
  return `SELECT ${mesure}, ${marges(dimensions)}, ${double("SUM(n)", "valeur")}, ${double("SUM(n)", "personnes")}, ${sansMontant}
FROM (SELECT periode, ${dimensions.join(", ")}, COUNT(*) AS n FROM population GROUP BY ALL) GROUP BY CUBE (periode, ${dimensions.join(", ")})`;
}

/** What a lot leaves out is no value more. */
const connue = (colonne: string): string => `${colonne} <> '${NON_CONNU}'`;

function distincts({ grandeur, dimensions }: Indicateur): string {
  const colonne = "colonne" in grandeur ? grandeur.colonne : "";
  return `SELECT ${mesure}, ${marges(dimensions)}, ${double(`COUNT(DISTINCT ${colonne})`, "valeur")}, ${double("SUM(n)", "personnes")}, ${sansMontant}
FROM (SELECT periode, ${dimensions.join(", ")}, ${colonne}, COUNT(*) AS n FROM population WHERE ${connue(colonne)} GROUP BY ALL) GROUP BY CUBE (periode, ${dimensions.join(", ")})`;
}

/** Each value once in a window, where its latest contract places it; ties go by the codes, for the order of the files must not matter. */
function derniers({ grandeur, dimensions }: Indicateur): string {
  const colonne = "colonne" in grandeur ? grandeur.colonne : "";
  const place = ["jour", ...dimensions].map((nom) => `${nom} := ${nom}`).join(", ");
  return `SELECT mesure, ${marges(dimensions)}, ${double("COUNT(*)", "valeur")}, ${double("COUNT(*)", "personnes")}, ${sansMontant}
FROM (SELECT mesure, ${dimensions.map((id) => `dernier.${id} AS ${id}`).join(", ")} FROM (
  SELECT ${mesure}, MAX(struct_pack(${place})) AS dernier FROM population WHERE ${connue(colonne)} GROUP BY GROUPING SETS ((periode, ${colonne}), (${colonne}))))
GROUP BY mesure, CUBE (${dimensions.join(", ")})`;
}

interface Eclatement {
  id: string;
  codes: readonly string[];
}

/** Lists in step with each other: a line per category, and one for the margin. */
function listes({ id, codes }: Eclatement, colonnes: Readonly<Record<string, { de: (code: string) => string; marge: string }>>): string {
  const noms = `unnest([${[...codes, ENSEMBLE].map((code) => `'${code}'`).join(", ")}]) AS ${id}`;
  const valeurs = Object.entries(colonnes).map(([nom, { de, marge }]) => `unnest([${[...codes.map(de), marge].join(", ")}]) AS ${nom}`);
  return [noms, ...valeurs].join(", ");
}

function utilisateurs(eclatement: Eclatement, prefixe: string): string {
  const valeur = {
    de: (code: string) => `CAST(COUNT(*) FILTER (WHERE ${prefixe}_${code} > 0) AS DOUBLE)`,
    marge: "CAST(COUNT(*) AS DOUBLE)",
  };
  return `SELECT ${mesure}, ${listes(eclatement, { valeur })}, ${double("COUNT(*)", "personnes")}, ${sansMontant}
FROM population GROUP BY GROUPING SETS ((periode), ())`;
}

/** By enterprise, since the secrecy of an amount depends on how many there are and on the largest. */
function sommes(eclatement: Eclatement, prefixe: string): string {
  const toutes = eclatement.codes.map((code) => `${prefixe}_${code}`);
  const montant = { de: (code: string) => `SUM(${prefixe}_${code})`, marge: `SUM(${toutes.join(" + ")})` };
  const contributeurs = {
    de: (code: string) => `COUNT(*) FILTER (WHERE ${prefixe}_${code} > 0)`,
    marge: `COUNT(*) FILTER (WHERE greatest(${toutes.join(", ")}) > 0)`,
  };
  return `par_entreprise AS (
  SELECT ${mesure}, ${listes(eclatement, { montant, contributeurs })}, COUNT(*) AS personnes
  FROM population GROUP BY GROUPING SETS ((periode, entreprise), (entreprise)))
${desEntreprises([eclatement.id])}`;
}

function moyennes({ dimensions }: Indicateur, colonne: string): string {
  return `par_entreprise AS (
  SELECT ${mesure}, ${marges(dimensions)}, SUM(${colonne}) AS montant, COUNT(*) AS personnes, COUNT(*) FILTER (WHERE ${colonne} > 0) AS contributeurs
  FROM population GROUP BY entreprise, CUBE (periode, ${dimensions.join(", ")}))
${desEntreprises(dimensions)}`;
}

function desEntreprises(dimensions: readonly string[]): string {
  const cle = ["mesure", ...dimensions].join(", ");
  return `SELECT ${cle}, ${double("SUM(montant)", "valeur")}, ${double("SUM(personnes)", "personnes")}, ${double("SUM(contributeurs)", "contributeurs")},
  ${double("COUNT(*) FILTER (WHERE contributeurs > 0)", "entreprises")}, ${double("MAX(montant)", "plus_gros")}
FROM par_entreprise GROUP BY ${cle}`;
}
