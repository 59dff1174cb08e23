import { Command } from "commander";
import type { Day } from "../dates.ts";
import type { Io } from "./io.ts";
import { dateOption, deliver, forceOption, formatOption, outputOption } from "./options.ts";

interface ValidateOptions {
  format: "text" | "json";
  strict?: true;
  date: Day;
  output?: string;
  force?: true;
}

export function validateCommand(io: Io): Command {
  return new Command("validate")
    .description("vérifie la forme et les règles des fichiers d'un dossier, et dit où corriger")
    .argument("[chemins...]", "fichiers, dossiers ou motifs ; par défaut le dossier courant", ["."])
    .addOption(formatOption(["text", "json"]))
    .option("--strict", "tenir les avertissements pour des erreurs")
    .addOption(dateOption(io))
    .addOption(outputOption())
    .addOption(forceOption())
    .addHelpText(
      "after",
      "\nExemples :\n  cpro validate fiche.yaml\n  cpro validate mon-dossier --strict\n  cpro validate 'parcours/*.yaml' --format json",
    )
    .action(async (paths: string[], options: ValidateOptions) => {
      const { checkPaths } = await import("../validate/index.ts");
      const { countBySeverity } = await import("../validate/diagnostic.ts");
      const { renderSummary, renderText } = await import("../render/validate/text.ts");
      const { renderJson } = await import("../render/validate/json.ts");
      const report = await checkPaths(paths, { date: options.date });
      const counts = countBySeverity(report.diagnostics);
      deliver(io, options.format === "json" ? renderJson(report) : renderText(report), options);
      for (const { path, reason } of report.lost) io.note(`${path} : ${reason}`);
      if (report.files > 0 || report.lost.length === 0) io.note(renderSummary(report, counts));
      if (counts.error > 0 || (options.strict && counts.warning > 0)) io.end("problems");
      if (report.lost.length > 0 || report.files === 0) io.end("not-done");
    });
}
