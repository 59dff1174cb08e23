import { Command, Option } from "commander";
import type { Kind } from "../dispositif/forme.ts";
import { leDispositif } from "../dispositif/noms.ts";
import { defaut } from "../generated/defaut.ts";
import type { Io } from "../io.ts";
import type { NewOptions } from "../workflows/new/options.ts";
import { dateOption } from "./options/index.ts";

const exemples: Record<Kind, string> = {
  fiche: `
Exemples :
  cpro new fiche
  cpro new fiche --yes --identifiant HDF-GEIQ-EPE-2024 --porteur.type geiq …`,
  parcours: `
Une option par question : son nom est le chemin de la clé dans le fichier ; une liste répète la sienne.

Exemples :
  cpro new parcours
  cpro new parcours --fiche HDF-GEIQ-EPE-2024 --beneficiaire.sexe femme
  cpro new parcours --financement.depenses '{composante: annexes, montant: 120.5}' …`,
};

/** Starts a document: asks on a terminal, or takes every answer from options. */
export function newCommand(io: Io): Command {
  return new Command("new")
    .description("écrit une fiche projet ou un parcours, en posant une question à la fois")
    .helpCommand(false)
    .addCommand(documentCommand("fiche", "écrit la fiche d'un projet : fiche.yaml", io))
    .addCommand(documentCommand("parcours", "écrit le parcours d'un bénéficiaire : parcours/<identifiant>.yaml", io))
    .hook("preSubcommand", async ({ args }, command) => {
      const { addFieldOptions } = await import("./options/new.ts");
      await addFieldOptions(command, args);
    });
}

function documentCommand(kind: Kind, description: string, io: Io): Command {
  return new Command(kind)
    .description(description)
    .addOption(new Option("--dossier <dossier>", "le dossier où l'écrire").default(".", "le dossier courant"))
    .option("--dispositif <nom>", `le dispositif suivi ; par défaut ${leDispositif(defaut)}`)
    .option("--output <fichier>", "l'écrire dans ce fichier plutôt qu'à sa place ordinaire")
    .option("--yes", "ne rien demander : ce qui est facultatif et n'est pas donné est passé")
    .addOption(dateOption(io))
    .addHelpText("after", exemples[kind])
    .action(async (options: NewOptions) => {
      const { makeNew } = await import("../workflows/new/index.ts");
      await makeNew(kind, options, io);
    });
}
