import { Command } from "commander";
import type { Io } from "../io.ts";
import type { Report } from "../validate/index.ts";
import { dateOption, deliver, forceOption, formatOption, outputOption } from "./options/index.ts";
import { type ValidateOptions, validateExamples, validateFormats, validateSwitches } from "./options/validate.ts";

export function validateCommand(io: Io): Command {
  const command = new Command("validate")
    .description("vérifie la forme et les règles des fichiers d'un dossier, et dit où corriger")
    .argument("[chemins...]", "fichiers, dossiers, motifs, ou - pour l'entrée standard ; par défaut le dossier courant", ["."])
    .addOption(formatOption(validateFormats));
  for (const option of validateSwitches(io)) command.addOption(option);
  return command
    .addOption(dateOption(io))
    .addOption(outputOption())
    .addOption(forceOption())
    .addHelpText("after", validateExamples)
    .action(async (paths: string[], options: ValidateOptions) => {
      const { checkPaths } = await import("../validate/index.ts");
      const { renderers } = await import("../render/validate/index.ts");
      const { renderSummary } = await import("../render/validate/summary.ts");
      const infos = options.format !== "text" || options.infos === true;
      const show = async (report: Report): Promise<void> => {
        await deliver(io, renderers[options.format](report), options);
        io.note(renderSummary(report, infos));
      };
      if (options.watch) {
        const { watchAndCheck } = await import("../workflows/watch.ts");
        await watchAndCheck(paths, { date: options.date, infos }, show, io);
        return;
      }
      const report = await checkPaths(paths, {
        ...options,
        dispositifs: io.dispositifs,
        infos,
        ...(options.cache ? { cacheFolder: options.cacheDir } : {}),
      });
      await show(report);
      if (report.counts.error > 0 || (options.strict && report.counts.warning > 0)) io.end("problems");
      if (report.lost.length > 0 || report.files === 0) io.end("not-done");
    });
}
