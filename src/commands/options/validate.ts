import { Option } from "commander";
import type { Io } from "../../io.ts";
import type { Day } from "../../words/dates.ts";

/** The forms of the report, the default first. */
export const validateFormats = ["text", "json", "sarif", "github", "junit"] as const;

export type ValidateOptions = {
  format: (typeof validateFormats)[number];
  stdinName: string;
  cache: boolean;
  cacheDir: string;
  date: Day;
  output?: string;
} & { [flag in "strict" | "infos" | "watch" | "force"]?: true };

/** The options that say what to check, and how. */
export function validateSwitches(io: Io): Option[] {
  return [
    new Option("--strict", "tenir les avertissements pour des erreurs"),
    new Option("--infos", "montrer aussi les informations, que le texte ne fait que compter"),
    new Option("--watch", "vérifier à nouveau à chaque modification, jusqu'à Ctrl-C"),
    new Option("--stdin-name <fichier>", "le nom à donner à l'entrée standard").default("entrée standard"),
    new Option("--no-cache", "vérifier tout à nouveau, sans se servir du dernier rapport des mêmes fichiers"),
    new Option("--cache-dir <dossier>", "où garder les derniers rapports").default(io.cacheFolder, "le dossier de cache de l'utilisateur"),
  ];
}

export const validateExamples = `
Exemples :
  cpro validate fiche.yaml
  cpro validate mon-dossier --strict
  cpro validate 'parcours/*.yaml' --format json
  cpro validate - --stdin-name parcours/EPE-006.yaml < brouillon.yaml`;
