import { Command, Option } from "commander";
import type { Io } from "../io.ts";
import type { DispositifsOptions } from "../workflows/dispositifs.ts";
import { deliver, forceOption, formatOption, outputOption } from "./options/index.ts";

const examples = `
Exemples :
  cpro dispositifs           ceux que cpro connaît, et ceux de ce dossier
  cpro dispositifs rae       un en entier : étapes, délais, pièces, règles, financement`;

export function dispositifsCommand(io: Io): Command {
  return new Command("dispositifs")
    .description("dit quels dispositifs cpro suit ici, ou en décrit un : étapes, qui agit, délais, règles, financement")
    .argument("[dispositif]", "l'identifiant d'un dispositif")
    .addOption(new Option("--dossier <dossier>", "le dossier dont compter les parcours").default(".", "le dossier courant"))
    .addOption(formatOption(["text", "json", "markdown"]))
    .addOption(outputOption())
    .addOption(forceOption())
    .addHelpText("after", examples)
    .action(async (dispositif: string | undefined, options: DispositifsOptions) => {
      const { tellDispositifs } = await import("../workflows/dispositifs.ts");
      await deliver(io, await tellDispositifs(dispositif, options, io), options);
    });
}
