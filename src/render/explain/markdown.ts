import type { Reference } from "../../legal/index.ts";
import { lecturesSheets, type ParameterSheet, type RuleSheet, type Sheets } from "../../sheets/explain.ts";
import { formatDay } from "../../words/dates.ts";
import { derogationLines, documentNames, severityNames, valueText } from "./words.ts";

/** The page docs/regles.md: every rule by theme, then every legal parameter. */
export function renderMarkdown({ rules, parameters }: Sheets): string {
  const themes = [...new Set(rules.map(({ theme }) => theme))];
  const sections = themes.map((theme) => [`## ${theme}`, ...rules.filter((rule) => rule.theme === theme).map(ruleSection)].join("\n\n"));
  const table = [
    "| paramètre | valeur | à partir du | source | vérifié le |",
    "|---|---|---|---|---|",
    ...parameters.flatMap(parameterRows),
  ].join("\n");
  const intro = "Cette page est produite par `cpro explain --format markdown`. Chaque règle porte le nom que montre `cpro validate`.";
  const derogation = `Une règle à laquelle une dérogation a été accordée devient une information si le fichier la déclare :\n\n\`\`\`yaml\n${derogationLines("contrat-part-enseignement")}\n\`\`\``;
  return `${["# Règles et paramètres légaux", intro, derogation, ...sections, "## Paramètres légaux", table, ...lecturesSection()].join("\n\n")}\n`;
}

/** Where the texts leave room: each reading with its reason, the other one, and which switch picks it. */
function lecturesSection(): string[] {
  const { lectures, silences } = lecturesSheets();
  const rows = lectures.flatMap(({ nom, choix }) =>
    choix.map(
      ({ nom: cle, texte, raison, autre, references }) =>
        `| \`${cle}\` | \`--lecture ${nom}\` | ${texte} | ${raison} | ${autre} | ${references.map(link).join(" ; ")} |`,
    ),
  );
  return [
    "## Lectures des textes",
    "Là où les textes laissent le choix, `cpro funding` nomme la lecture qu'il prend ; `--lecture` en choisit une, `--compare-lectures` les met côte à côte.",
    ["| choix | option | ce qui est fait | pourquoi | l'autre lecture | source |", "|---|---|---|---|---|---|", ...rows].join("\n"),
    "Sous toutes les lectures, là où les textes se taisent :",
    [
      "| question | ce qui est fait | pourquoi |",
      "|---|---|---|",
      ...silences.map(({ question, fait, raison }) => `| ${question} | ${fait} | ${raison} |`),
    ].join("\n"),
  ];
}

function ruleSection({ id, document, severity, summary, eligibility, references, example }: RuleSheet): string {
  const facts = [
    `**${severityNames[severity]}**`,
    `vérifie ${documentNames[document]}`,
    ...(eligibility ? ["conditionne le financement"] : []),
  ];
  const blocks = [`### ${id}`, summary, `${facts.join(" · ")}. Source : ${references.map(link).join(" ; ")}.`];
  if (example !== undefined) blocks.push(`À corriger :\n\n\`\`\`yaml\n${example.ko}\n\`\`\``);
  if (example?.ok !== undefined) blocks.push(`Correct :\n\n\`\`\`yaml\n${example.ok}\n\`\`\``);
  return blocks.join("\n\n");
}

function parameterRows(parameter: ParameterSheet): string[] {
  return parameter.values.map(
    ({ from, value, reference }) =>
      `| ${parameter.label} (\`${parameter.name}\`) | ${valueText(parameter, value)} | ${formatDay(from)} | ${link(reference)} | ${formatDay(parameter.checked_on)} |`,
  );
}

function link({ titre, url }: Reference): string {
  return url === undefined ? titre : `[${titre}](${url})`;
}
