import { Command, Option } from "commander";
import type { Day } from "../dates.ts";
import type { Report } from "../validate/index.ts";
import type { Io } from "./io.ts";
import { dateOption, deliver, forceOption, formatOption, outputOption } from "./options.ts";

const formats = ["text", "json", "sarif", "github", "junit"] as const;

interface ValidateOptions {
  format: (typeof formats)[number];
  strict?: true;
  infos?: true;
  watch?: true;
  stdinName: string;
  cache: boolean;
  cacheDir: string;
  date: Day;
  output?: string;
  force?: true;
}

const examples = `
Exemples :
  cpro validate fiche.yaml
  cpro validate mon-dossier --strict
  cpro validate 'parcours/*.yaml' --format json
  cpro validate - --stdin-name parcours/EPE-006.yaml < brouillon.yaml`;

export function validateCommand(io: Io): Command {
  return new Command("validate")
    .description("vérifie la forme et les règles des fichiers d'un dossier, et dit où corriger")
    .argument("[chemins...]", "fichiers, dossiers, motifs, ou - pour l'entrée standard ; par défaut le dossier courant", ["."])
    .addOption(formatOption(formats))
    .option("--strict", "tenir les avertissements pour des erreurs")
    .option("--infos", "montrer aussi les informations, que le texte ne fait que compter")
    .option("--watch", "vérifier à nouveau à chaque modification, jusqu'à Ctrl-C")
    .addOption(new Option("--stdin-name <fichier>", "le nom à donner à l'entrée standard").default("entrée standard"))
    .option("--no-cache", "vérifier tout à nouveau, sans se servir du dernier rapport des mêmes fichiers")
    .addOption(
      new Option("--cache-dir <dossier>", "où garder les derniers rapports").default(
        io.cacheFolder,
        "le dossier de cache de l'utilisateur",
      ),
    )
    .addOption(dateOption(io))
    .addOption(outputOption())
    .addOption(forceOption())
    .addHelpText("after", examples)
    .action(async (paths: string[], options: ValidateOptions) => {
      const { checkPaths } = await import("../validate/index.ts");
      const { renderers } = await import("../render/validate/index.ts");
      const { renderSummary } = await import("../render/validate/summary.ts");
      const infos = options.format !== "text" || options.infos === true;
      const show = (report: Report): void => {
        deliver(io, renderers[options.format](report), options);
        io.note(renderSummary(report, infos));
      };
      if (options.watch) {
        const { watchAndCheck } = await import("./watch.ts");
        await watchAndCheck(paths, { date: options.date, infos }, show, io);
        return;
      }
      const report = await checkPaths(paths, { ...options, infos, ...(options.cache ? { cacheFolder: options.cacheDir } : {}) });
      show(report);
      if (report.counts.error > 0 || (options.strict && report.counts.warning > 0)) io.end("problems");
      if (report.lost.length > 0 || report.files === 0) io.end("not-done");
    });
}
