import { Command } from "commander";
import { leDispositif } from "../dispositif/noms.ts";
import { defaut } from "../generated/defaut.ts";
import type { Io } from "../io.ts";
import type { InitOptions } from "../workflows/init.ts";

const suite = `
Le dossier reçoit fiche.yaml, un sous-dossier parcours, un README.md qui dit la suite, et dans .cpro les schémas qui aident
les éditeurs à compléter et à souligner. Rien de ce qui s'y trouve déjà n'est modifié ; les schémas sont remis à jour.

Exemples :
  cpro init mon-projet
  cpro init mon-projet --editor --yes`;

/** Starts a dossier; no file that is there already is touched. */
export function initCommand(io: Io): Command {
  return new Command("init")
    .description("commence un dossier : une fiche projet à remplir, et de quoi aider votre éditeur")
    .argument("[dossier]", "le dossier à commencer ; par défaut le dossier courant", ".")
    .option("--dispositif <nom>", `le dispositif des parcours ; par défaut ${leDispositif(defaut)}`)
    .option("--editor", "écrire aussi les réglages de VS Code (.vscode)")
    .option("--yes", "ne rien demander : la fiche est un modèle à remplir")
    .addHelpText("after", suite)
    .action(async (dossier: string, options: InitOptions) => {
      const { makeInit } = await import("../workflows/init.ts");
      await makeInit(dossier, options, io);
    });
}
