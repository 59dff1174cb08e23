import { Command, Option } from "commander";
import type { Io } from "../io.ts";
import type { Day } from "../words/dates.ts";
import type { DispositifsOptions } from "../workflows/dispositifs.ts";
import { dateOption, deliver, forceOption, formatOption, outputOption } from "./options/index.ts";

const examples = `
Exemples :
  cpro dispositifs           ceux que cpro connaît, et ceux de ce dossier
  cpro dispositifs <nom>     un en entier : étapes, délais, pièces, règles, financement
  cpro dispositifs verifier dispositifs/accueil     le vôtre, avant de vous en servir`;

export function dispositifsCommand(io: Io): Command {
  return new Command("dispositifs")
    .usage("[options] [dispositif]")
    .description("dit quels dispositifs cpro suit ici, ou en décrit un : étapes, qui agit, délais, règles, financement")
    .argument("[dispositif]", "l'identifiant d'un dispositif")
    .addOption(new Option("--dossier <dossier>", "le dossier dont compter les parcours").default(".", "le dossier courant"))
    .addOption(formatOption(["text", "json", "markdown"]))
    .addOption(outputOption())
    .addOption(forceOption())
    .addHelpText("after", examples)
    .helpCommand(false)
    .addCommand(verifierCommand(io))
    .action(async (dispositif: string | undefined, options: DispositifsOptions) => {
      const { tellDispositifs } = await import("../workflows/dispositifs.ts");
      await deliver(io, await tellDispositifs(dispositif, options, io), options);
    });
}

function verifierCommand(io: Io): Command {
  return new Command("verifier")
    .description("vérifie un dispositif à vous : ce qu'il dit, son exemple, et que chacune de ses règles parle où il faut")
    .argument("<dossier>", "son dossier, celui de dispositif.yaml")
    .addOption(dateOption(io))
    .action(async (dossier: string, { date }: { date: Day }) => {
      const { verifierPropre } = await import("../validate/propre.ts");
      const { renderers } = await import("../render/validate/index.ts");
      const { renderSummary } = await import("../render/validate/summary.ts");
      const report = await verifierPropre(dossier, date);
      io.print(renderers.text(report));
      io.note(renderSummary(report, true));
      if (report.counts.error > 0) io.end("problems");
    });
}
