import { Command } from "commander";
import type { Io } from "../io.ts";
import { type FundingOptions, fundingFormats } from "../workflows/funding/options.ts";
import { fundingViews, lectureOption } from "./options/funding.ts";
import { dateOption, deliver, forceOption, formatOption, outputOption, parcoursOption } from "./options/index.ts";

const examples = `
Exemples :
  cpro funding --explain --parcours EPE-003          d'où vient chaque euro
  cpro funding --paiements                           à faire pour être payé, avance de trésorerie, échéancier
  cpro funding --set EPE-002.contrat.fin=2025-12-31  et si le contrat finissait plus tôt ?
  cpro funding --format xlsx                         un classeur pour la comptabilité`;

export function fundingCommand(io: Io): Command {
  const command = new Command("funding")
    .description("calcule ce que l'OPCO prend en charge pour chaque contrat, année par année, et dit pourquoi")
    .argument("[chemins...]", "fichiers, dossiers ou motifs ; par défaut le dossier courant", ["."])
    .addOption(formatOption(fundingFormats));
  for (const option of fundingViews()) command.addOption(option);
  return command
    .addOption(parcoursOption())
    .addOption(lectureOption())
    .addOption(dateOption(io))
    .addOption(outputOption("écrire le résultat dans ce fichier ; par défaut l'écran, ou financement-<date>.xlsx"))
    .addOption(forceOption())
    .addHelpText("after", examples)
    .action(async (paths: string[], options: FundingOptions) => {
      const { makeFunding } = await import("../workflows/funding/index.ts");
      const made = await makeFunding(paths, options, io);
      if (typeof made === "string") return deliver(io, made, options);
      const { writeOutput } = await import("../dossier/write/output.ts");
      const output = options.output ?? `financement-${options.date}.xlsx`;
      writeOutput(output, made, options);
      io.note(`Écrit : ${output}`);
    });
}
