import { Command } from "commander";
import type { Io } from "../io.ts";
import type { Day } from "../words/dates.ts";
import { dateOption, forceOption, outputOption } from "./options/index.ts";

const examples = `
Exemples :
  cpro template                                   un classeur vide : saisie-cpro.xlsx
  cpro template --from mon-dossier                le même, rempli de ce que contient le dossier
  cpro template --from . --output parcours.xlsx`;

interface TemplateOptions {
  from?: string[];
  date: Day;
  output: string;
  force?: true;
}

export function templateCommand(io: Io): Command {
  return new Command("template")
    .description("écrit un classeur où saisir une fiche projet et ses parcours, à relire avec « cpro import »")
    .option("--from <chemins...>", "le remplir de ces fichiers ou dossiers")
    .addOption(dateOption(io))
    .addOption(outputOption("le classeur à écrire").default("saisie-cpro.xlsx"))
    .addOption(forceOption())
    .addHelpText("after", examples)
    .action(async ({ from, date, output, ...rest }: TemplateOptions) => {
      const { modele, remplir } = await import("../saisie/template.ts");
      const { openDossier, sansDoubles } = await import("../workflows/open.ts");
      const { templateXlsx } = await import("../render/xlsx/template/index.ts");
      const { writeOutput } = await import("../dossier/write/output.ts");
      const { catalogueDe, modelesDe } = await import("../dispositif/catalogue.ts");
      const dossier = from && sansDoubles(await openDossier(from, io), io);
      const catalogue = dossier?.catalogue ?? catalogueDe();
      const modeles = await modelesDe(catalogue, [catalogue.parDefaut]);
      const feuilles = dossier === undefined ? modele(modeles) : remplir(dossier, modeles);
      writeOutput(output, await templateXlsx(feuilles, date), rest);
      io.note(`Écrit : ${output}`);
      io.note(`Remplissez-le, puis lancez « cpro import ${output} ».`);
    });
}
