import { Command } from "commander";
import { leDispositif } from "../dispositif/noms.ts";
import { defaut } from "../generated/defaut.ts";
import type { Io } from "../io.ts";
import type { Day } from "../words/dates.ts";
import { dateOption, dispositifsOption, forceOption, outputOption } from "./options/index.ts";

const examples = `
Exemples :
  cpro template                                   un classeur vide : saisie-cpro.xlsx
  cpro template --from mon-dossier                le même, rempli de ce que contient le dossier
  cpro template --from . --output parcours.xlsx`;

interface TemplateOptions {
  from?: string[];
  dispositif?: string[];
  date: Day;
  output: string;
  force?: true;
}

export function templateCommand(io: Io): Command {
  return new Command("template")
    .description("écrit un classeur où saisir une fiche projet et ses parcours, à relire avec « cpro import »")
    .option("--from <chemins...>", "le remplir de ces fichiers ou dossiers")
    .addOption(
      dispositifsOption(`les dispositifs à y saisir, séparés par des virgules ; par défaut ${leDispositif(defaut)}, ou ceux de --from`),
    )
    .addOption(dateOption(io))
    .addOption(outputOption("le classeur à écrire").default("saisie-cpro.xlsx"))
    .addOption(forceOption())
    .addHelpText("after", examples)
    .action(async ({ date, output, force, ...options }: TemplateOptions) => {
      const { makeTemplate } = await import("../workflows/template.ts");
      const { templateXlsx } = await import("../render/xlsx/template/index.ts");
      const { writeOutput } = await import("../dossier/write/output.ts");
      writeOutput(output, await templateXlsx(await makeTemplate(options, io), date), { ...(force && { force }) });
      io.note(`Écrit : ${output}`);
      io.note(`Remplissez-le, puis lancez « cpro import ${output} ».`);
    });
}
