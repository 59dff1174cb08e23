import type { ParameterSheet, RuleSheet, Sheets } from "../../sheets/explain.ts";
import { formatDay } from "../../words/dates.ts";
import { style } from "../terminal/style.ts";
import { derogationLines, documentNames, severityNames, valueText } from "./words.ts";

/** One sheet in full, or the list of all when there are several. */
export function renderText({ rules, parameters }: Sheets): string {
  if (rules.length + parameters.length === 1) return [...rules.map(ruleText), ...parameters.map(parameterText)].join("");
  return `${[...themesText(rules), style.bold("Paramètres légaux"), ...columns(parameters.map(({ name, label }) => [name, label])), ""].join("\n")}`;
}

function themesText(rules: readonly RuleSheet[]): string[] {
  const themes = [...new Set(rules.map(({ theme }) => theme))];
  return themes.flatMap((theme) => {
    const lines = rules.filter((rule) => rule.theme === theme).map(({ id, severity }) => [id, severityNames[severity]] as const);
    return [style.bold(theme), ...columns(lines), ""];
  });
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${style.dim(text)}`);
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "    ");
}

function ruleText({ id, theme, document, severity, summary, eligibility, references, example }: RuleSheet): string {
  const consequence = eligibility ? "\nUn contrat qui l'enfreint n'est pas finançable : « cpro funding » le montre hors des totaux." : "";
  const law = references.map(({ titre, url }) => `  ${titre}${url === undefined ? "" : `\n    ${style.dim(url)}`}`);
  const blocks = [
    `${style.bold(id)}  ${severityNames[severity]} · ${theme}`,
    `${summary}${consequence}`,
    `Vérifie ${documentNames[document]}.`,
    `${style.bold("Pourquoi")}\n${law.join("\n")}`,
    ...(example === undefined ? [] : [`${style.bold("À corriger")}\n${indent(example.ko)}`]),
    ...(example?.ok === undefined ? [] : [`${style.bold("Correct")}\n${indent(example.ok)}`]),
    `${style.bold("Déroger")}\n  Si une dérogation a été accordée, écrivez-la dans le fichier : la remarque devient une information.\n${indent(derogationLines(id))}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function parameterText(parameter: ParameterSheet): string {
  const { name, label, checked_on, values } = parameter;
  const lines = values.map(({ from, value, reference: { titre, url } }) => {
    return `  à partir du ${formatDay(from)} : ${style.bold(valueText(parameter, value))}\n    ${titre}${url === undefined ? "" : `\n    ${style.dim(url)}`}`;
  });
  return [`${style.bold(name)}  paramètre légal`, label, ...lines, `Vérifié le ${formatDay(checked_on)}.`, ""].join("\n");
}
