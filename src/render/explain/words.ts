import type { ParameterSheet, RuleSheet } from "../../sheets/explain.ts";
import { formatDay } from "../../words/dates.ts";
import { formatNumber } from "../../words/french.ts";

export const severityNames: Record<RuleSheet["severity"], string> = { error: "erreur", warning: "avertissement", info: "information" };

export const documentNames: Record<RuleSheet["document"], string> = {
  fiche: "une fiche projet",
  parcours: "un parcours",
  contrat: "un parcours dont le contrat est conclu",
  demarche: "la démarche d'une structure",
  dossier: "l'ensemble du dossier",
};

/** « 9 000 euros », « 28 février 2026 ». */
export function valueText({ unit }: ParameterSheet, value: number | string): string {
  return typeof value === "string" ? formatDay(value) : `${formatNumber(value)} ${unit}`;
}

/** The lines that a person adds to a file to derogate from a rule. */
export function derogationLines(id: string): string {
  return [`derogations:`, `  - regle: ${id}`, `    motif: pourquoi`, `    accordee_le: 2025-01-31`, `    par: qui l'a accordée`].join("\n");
}
