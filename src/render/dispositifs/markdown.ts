import type { DispositifResume, DispositifSheet, EtapeSheet } from "../../sheets/dispositifs/index.ts";
import { formatDay } from "../../words/dates.ts";
import { severityNames } from "../explain/words.ts";
import { cadreDit, financementDit } from "./mots.ts";

type Source = DispositifSheet["sources"][number] | EtapeSheet["references"][number];

/** The pages of docs/dispositifs/, one after the other. */
export function listMarkdown(resumes: readonly DispositifResume[]): string {
  const lignes = resumes.map(
    ({ identifiant, libelle, description, cadre, etapes }) =>
      `| [${libelle}](${identifiant}.md) | ${cellule(description)} | ${cadreDit(cadre)} | ${etapes} |`,
  );
  return `${["# Dispositifs", "Cette page est produite par `cpro dispositifs --format markdown`.", ["| dispositif | ce que c'est | cadre | étapes |", "|---|---|---|---|", ...lignes].join("\n")].join("\n\n")}\n`;
}

export function sheetMarkdown(sheet: DispositifSheet): string {
  const { identifiant, libelle, description, en_vigueur: dates, acteurs, phases, etapes } = sheet;
  const entrer =
    dates === null ? "à tout moment" : `du ${formatDay(dates.du)}${dates.au === undefined ? "" : ` au ${formatDay(dates.au)}`}`;
  const blocs = [
    `# ${libelle}`,
    `Cette page est produite par \`cpro dispositifs ${identifiant} --format markdown\`.`,
    description,
    [
      `- On y entre ${entrer}.`,
      `- Cadre : ${cadreDit(sheet.cadre)}.`,
      `- Qui agit : ${acteurs.map((acteur) => acteur.libelle).join(", ")}.`,
      `- Source : ${sheet.sources.map(lien).join(" ; ")}.`,
    ].join("\n"),
    ...phases.flatMap(({ id, libelle: nom }) => [`## ${nom}`, etapesTable(etapes.filter(({ phase }) => phase === id))]),
    "## Règles",
    tableau(
      ["règle", "gravité", "ce qu'elle demande", "source"],
      sheet.regles.map(({ id, gravite, resume, references }) => [
        `\`${id}\``,
        severityNames[gravite],
        resume,
        references.map(lien).join(" ; "),
      ]),
    ),
    ...(sheet.parametres.length === 0 ? [] : ["## Paramètres", parametresTable(sheet)]),
    "## Financement",
    financementDit(sheet.financement),
    ...(sheet.tableaux.length === 0 ? [] : ["## Tableau de bord", sheet.tableaux.map(({ id, titre }) => `- ${id} : ${titre}`).join("\n")]),
    "## Clés d'un parcours",
    tableau(
      ["clé", "ce qu'elle dit", "obligatoire"],
      sheet.champs.map(({ chemin, libelle: nom, obligatoire }) => [`\`${chemin}\``, nom, obligatoire ? "oui" : ""]),
    ),
  ];
  return `${blocs.join("\n\n")}\n`;
}

function etapesTable(etapes: readonly EtapeSheet[]): string {
  return tableau(
    ["étape", "qui", "au plus tard", "faite dès que", "source"],
    etapes.map(({ libelle, qui, echeance, faite, silence, sans_objet, documents, references }) => [
      [libelle, ...documents.map((un) => `pièce : ${un}`), ...sans_objet.map((une) => `sans objet si ${une}`)].join(" ; "),
      qui,
      echeance ?? "",
      [...(faite === null ? [] : [`${faite} est connu`]), ...(silence === null ? [] : [`ce jour passé : ${silence}`])].join(" ; "),
      references.map(lien).join(" ; "),
    ]),
  );
}

function parametresTable({ parametres }: DispositifSheet): string {
  return tableau(
    ["paramètre", "valeur", "à partir du", "source"],
    parametres.flatMap(({ nom, libelle, unite, valeurs }) =>
      valeurs.map(({ du, valeur, references }) => [
        `${libelle} (\`${nom}\`)`,
        `${valeur} ${unite}`,
        formatDay(du),
        references.map(lien).join(" ; "),
      ]),
    ),
  );
}

function tableau(entetes: readonly string[], lignes: readonly (readonly string[])[]): string {
  const ligne = (cellules: readonly string[]): string => `| ${cellules.map(cellule).join(" | ")} |`;
  return [ligne(entetes), `|${entetes.map(() => "---|").join("")}`, ...lignes.map(ligne)].join("\n");
}

function cellule(texte: string): string {
  return texte.replaceAll("|", "\\|");
}

function lien({ titre, url }: Source): string {
  return url === undefined ? titre : `[${titre}](${url})`;
}
