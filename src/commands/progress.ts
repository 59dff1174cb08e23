import { Command, Option } from "commander";
import type { Day } from "../dates.ts";
import { type Acteur, acteurs } from "../progress/acteurs.ts";
import type { Io } from "./io.ts";
import { openDossier } from "./open.ts";
import { dateOption, deliver, forceOption, formatOption, outputOption } from "./options.ts";
import { parcoursOption, pick } from "./pick.ts";

type ProgressOptions = { format: "table" | "json"; who?: Acteur; parcours?: string[]; date: Day; output?: string } & {
  [flag in "late" | "force"]?: true;
};

export function progressCommand(io: Io): Command {
  return new Command("progress")
    .description("dit où en est chaque parcours, qui doit faire quoi et pour quand, les retards d'abord")
    .argument("[chemins...]", "fichiers, dossiers ou motifs ; par défaut le dossier courant", ["."])
    .addOption(formatOption(["table", "json"]))
    .option("--late", "ne garder que ce qui est en retard")
    .addOption(new Option("--who <acteur>", "ne garder que ce que cet acteur a à faire").choices(acteurs))
    .addOption(parcoursOption())
    .addOption(dateOption(io))
    .addOption(outputOption())
    .addOption(forceOption())
    .addHelpText(
      "after",
      "\nUn retard ne change pas le code de sortie : c'est un renseignement, non une faute des données.\nL'avancement est la part des phases terminées, parmi celles qui ont un objet.\n\nExemples :\n  cpro progress mon-dossier\n  cpro progress mon-dossier --late --who employeur\n  cpro progress mon-dossier --parcours EPE-001 --date 2025-03-01",
    )
    .action(async (paths: string[], options: ProgressOptions) => {
      const { computeProgress, filtrer } = await import("../progress/index.ts");
      const { render } = await import("../render/progress/index.ts");
      const dossier = await openDossier(paths, io);
      const parcours = options.parcours && pick(dossier.parcours, options.parcours).map(({ data }) => data.identifiant);
      deliver(io, render(filtrer(computeProgress(dossier, options.date), { ...options, parcours }), options, io.columns), options);
    });
}
