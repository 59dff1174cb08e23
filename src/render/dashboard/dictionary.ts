import type { Dictionnaire } from "../../dashboard/index.ts";

/** The dictionary of the dashboard's data: docs/indicateurs.md. */
export function dictionaryMarkdown({ tables: dites, dimensions }: Dictionnaire): string {
  const tables = dites.map(
    ({ id, titre, unite, population, valeur, dimensions: ids, selon }) =>
      `| \`${id}\` | ${titre}${selon === undefined ? "" : ` (avec \`--by ${selon}\`)`} | ${unite}, ${valeur} | ${population} | ${ids.map((one) => `\`${one}\``).join(" × ")} |`,
  );
  return `${[
    "# Les indicateurs du tableau de bord",
    "<!-- Engendré depuis les définitions de src/dashboard : UPDATE_DOCS=1 npx vitest run test/dashboard/dictionnaire.test.ts -->",
    "Ce dictionnaire décrit les tableaux que `cpro dashboard` publie (cahier des charges, § 4.2), sous toutes leurs formes. Chaque tableau a deux mesures : `semestre`, les événements du semestre, et `cumul`, ceux depuis le début de l'expérimentation jusqu'au dernier jour du semestre. Chaque dimension a un total, de code `ensemble`. Une valeur masquée pour le secret statistique est vide et porte la marque `s`. Avec `--secret arrondi`, les effectifs sont arrondis à un multiple de la base, et chaque moyenne du json et du relevé de diffusion porte l'`effectif` arrondi par lequel elle divise.",
    "Le csv (`--format csv`) et le parquet (`--format parquet`) ont une ligne par case, aux colonnes décrites par [`schemas/tableau-de-bord.tableschema.json`](../schemas/tableau-de-bord.tableschema.json).",
    "## Les tableaux",
    ["| Tableau | Titre | Valeur | Population et date | Dimensions |", "|---|---|---|---|---|", ...tables].join("\n"),
    "## Les dimensions et leurs codes",
    ...dimensions.map(dimensionMarkdown),
  ].join("\n\n")}\n`;
}

function dimensionMarkdown({ id, libelle, categories }: Dictionnaire["dimensions"][number]): string {
  const free = id === "domaine" ? "\n\nLes autres codes sont les domaines, dans les mots des fiches projet." : "";
  const codes = categories.map((category) => `| \`${category.code}\` | ${category.libelle} |`);
  return `### \`${id}\` : ${libelle.toLowerCase()}\n\n${["| Code | Libellé |", "|---|---|", ...codes].join("\n")}${free}`;
}
