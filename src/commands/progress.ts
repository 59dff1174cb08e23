import { Command } from "commander";
import { UserError } from "../errors.ts";
import type { Io } from "../io.ts";
import { openDossier, sansDoubles } from "../workflows/open.ts";
import { pick } from "../workflows/pick.ts";
import { dateOption, deliver, forceOption, formatOption, outputOption, parcoursOption } from "./options/index.ts";
import { type ProgressOptions, progressFilters, progressFormats } from "./options/progress.ts";

const epilogue = `
Un retard ne change pas le code de sortie : c'est un renseignement, non une faute des données.
L'avancement est la part des phases terminées, parmi celles qui ont un objet.

Exemples :
  cpro progress mon-dossier --within 30d --who employeur      ce que les employeurs ont à faire ce mois-ci
  cpro progress mon-dossier --parcours EPE-001                un parcours en entier
  cpro progress mon-dossier --format ics --output suivi.ics   un calendrier, à importer de nouveau pour le mettre à jour
  cpro progress mon-dossier --format html --output suivi.html une page à ouvrir, à filtrer, à imprimer`;

export function progressCommand(io: Io): Command {
  const command = new Command("progress")
    .description("dit où en est chaque parcours, qui doit faire quoi et pour quand, les retards d'abord")
    .argument("[chemins...]", "fichiers, dossiers ou motifs ; par défaut le dossier courant", ["."])
    .addOption(formatOption(progressFormats));
  for (const option of progressFilters()) command.addOption(option);
  return command
    .addOption(parcoursOption())
    .addOption(dateOption(io))
    .addOption(outputOption())
    .addOption(forceOption())
    .addHelpText("after", epilogue)
    .action(async (paths: string[], options: ProgressOptions) => {
      const { acteursDuDossier, computeProgress, filtrer } = await import("../progress/index.ts");
      const { render } = await import("../render/progress/index.ts");
      const dossier = sansDoubles(await openDossier(paths, io), io);
      checkActor(options.who, acteursDuDossier(dossier));
      const parcours = options.parcours && pick(dossier.parcours, options.parcours).map(({ data }) => data.identifiant);
      const jusquau = options.within?.(options.date);
      const progres = filtrer(computeProgress(dossier, options.date), { ...options, jusquau, parcours });
      await deliver(io, await render(progres, options, io.columns), options);
    });
}

/** @throws UserError when nobody of that name acts in the dispositifs of the dossier. */
function checkActor(who: string | undefined, acteurs: readonly string[]): void {
  if (who === undefined || acteurs.includes(who)) return;
  throw new UserError(
    `L'option « --who <acteur> » n'admet pas « ${who} » : on attend ${acteurs.join(", ")}.`,
    "« cpro --help » présente les commandes et leurs options.",
  );
}
