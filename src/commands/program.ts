import { Command, type Help } from "commander";
import { deDispositif } from "../dispositif/noms.ts";
import { defaut } from "../generated/defaut.ts";
import { version } from "../generated/version.ts";
import type { Io } from "../io.ts";
import { completionCommand } from "./completion.ts";
import { dashboardCommand } from "./dashboard.ts";
import { dispositifsCommand } from "./dispositifs.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { fundingCommand } from "./funding.ts";
import { importCommand } from "./import.ts";
import { initCommand } from "./init.ts";
import { manCommand } from "./man.ts";
import { newCommand } from "./new.ts";
import { progressCommand } from "./progress.ts";
import { templateCommand } from "./template.ts";
import { validateCommand } from "./validate.ts";

const epilogue = `
Codes de sortie : 0 rien à signaler, 1 des problèmes dans les données, 2 la commande n'a pas pu aboutir.
Aide d'une commande : cpro <commande> --help`;

const titles: Record<string, string> = {
  "Usage:": "Usage :",
  "Arguments:": "Arguments :",
  "Options:": "Options :",
  "Commands:": "Commandes :",
  "Global Options:": "Options générales :",
};

/** commander's own words, in French. */
const help: Partial<Help> = {
  styleTitle: (title) => titles[title] ?? title,
  optionDescription: ({ description, argChoices, defaultValue, defaultValueDescription }) => {
    const choices = argChoices === undefined ? [] : [`au choix : ${argChoices.join(", ")}`];
    const byDefault = defaultValue === undefined ? [] : [`par défaut : ${defaultValueDescription ?? String(defaultValue)}`];
    const details = [...choices, ...byDefault];
    return details.length === 0 ? description : `${description} (${details.join(" ; ")})`;
  },
  argumentDescription: ({ description }) => description,
};

/** In the order of the help. */
const commands = [
  initCommand,
  newCommand,
  validateCommand,
  explainCommand,
  dispositifsCommand,
  fundingCommand,
  progressCommand,
  dashboardCommand,
  exportCommand,
  templateCommand,
  importCommand,
  completionCommand,
];

/** The whole command line; the commands load what they need only when they run. */
export function program(io: Io): Command {
  const root: Command = new Command("cpro")
    .usage("[options] <commande>")
    .description(`Valider, financer, suivre et publier les parcours ${deDispositif(defaut)}, et ceux des dispositifs voisins.`)
    .version(version, "-V, --version", "afficher la version")
    .option("--dispositifs <dossier>", "y chercher aussi des dispositifs à vous, un dossier chacun")
    .option("--debug", "afficher le détail technique d'une erreur interne")
    .addHelpText("after", epilogue);
  // Known once the line is read, which is before any command runs.
  const avec: Io = {
    ...io,
    get dispositifs() {
      return root.opts<{ dispositifs?: string }>().dispositifs;
    },
  };
  for (const make of commands) root.addCommand(make(avec));
  root.addCommand(manCommand(io), { hidden: true });
  return frenchify(root, io);
}

/** Applies the French help to a command and those under it, and makes usage errors exceptions that cli.ts words. */
function frenchify(command: Command, io: Io): Command {
  command
    .configureHelp({ ...help, helpWidth: Math.min(io.columns, 100) })
    .helpOption("-h, --help", "afficher cette aide")
    .configureOutput({ writeOut: io.print, outputError: () => {} })
    .exitOverride();
  if (command.commands.length > 0) command.helpCommand("help [commande]", "afficher l'aide d'une commande");
  for (const child of command.commands) frenchify(child, io);
  return command;
}
