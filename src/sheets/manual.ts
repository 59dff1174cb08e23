import { EventEmitter } from "node:events";
import type { Argument, Command, Help, Option } from "commander";

/** What may be typed where a value is expected. */
export type Value = { kind: "text" | "file" | "folder" } | { kind: "choices"; choices: readonly string[] };

export interface OptionSheet {
  /** With its dashes: `--format`, `-h`. */
  names: string[];
  /** As `--help` shows it: `--format <format>`. */
  term: string;
  summary: string;
  /** The summary, with the choices and the default. */
  details: string;
  repeatable: boolean;
  /** None for a switch. */
  value?: Value;
}

export interface ArgumentSheet {
  name: string;
  summary: string;
  variadic: boolean;
  value: Value;
}

/** A command as a person meets it; the source of the shells' completions and of the manual page. */
export interface CommandSheet {
  /** From the program's name on: `["cpro", "new", "fiche"]`. */
  path: string[];
  usage: string;
  summary: string;
  /** What `--help` adds after the options: examples, remarks. */
  epilogue: string;
  arguments: ArgumentSheet[];
  options: OptionSheet[];
  commands: CommandSheet[];
}

/** Values that an argument of that name often takes, without being limited to them. */
export type Suggestions = Readonly<Record<string, readonly string[]>>;

/** The sheet of a command and of those under it. Placeholders tell files and folders: `<fichier>`, `[chemins...]`, `[dossier]`. */
export function describeCommand(command: Command, suggestions: Suggestions = {}, parents: readonly string[] = []): CommandSheet {
  const help = command.createHelp();
  const path = [...parents, command.name()];
  const children = help.visibleCommands(command);
  return {
    path,
    usage: `${parents.map((parent) => `${parent} `).join("")}${command.name()} ${command.usage()}`,
    summary: command.description(),
    epilogue: epilogueOf(command),
    arguments: command.registeredArguments.map((argument) => argumentSheet(argument, help, suggestions)),
    options: help.visibleOptions(command).map((option) => optionSheet(option, help, suggestions)),
    // « help [commande] » expects the name of a command beside it.
    commands: children.map((child) => describeCommand(child, { ...suggestions, commande: children.map((each) => each.name()) }, path)),
  };
}

/** commander keeps the text added to a help as a listener, which writes it when the help is shown. */
function epilogueOf(command: Command): string {
  let text = "";
  if (command instanceof EventEmitter) command.emit("afterHelp", { error: false, command, write: (added: string) => (text += added) });
  return text.trim();
}

function argumentSheet(argument: Argument, help: Help, suggestions: Suggestions): ArgumentSheet {
  const name = argument.name();
  const value = expectedAt(name, argument.argChoices, suggestions);
  return { name, summary: help.argumentDescription(argument), variadic: argument.variadic, value };
}

function optionSheet(option: Option, help: Help, suggestions: Suggestions): OptionSheet {
  const placeholder = /[<[](.+?)(?:\.\.\.)?[>\]]$/.exec(option.flags)?.[1];
  return {
    names: [option.short, option.long].filter((name) => typeof name === "string"),
    term: help.optionTerm(option),
    summary: option.description,
    details: help.optionDescription(option),
    repeatable: / répét/.test(option.description),
    ...(placeholder === undefined ? {} : { value: expectedAt(placeholder, option.argChoices, suggestions) }),
  };
}

function expectedAt(placeholder: string, choices: readonly string[] | undefined, suggestions: Suggestions): Value {
  const known = choices ?? suggestions[placeholder];
  if (known !== undefined) return { kind: "choices", choices: known };
  if (/^dossier$/.test(placeholder)) return { kind: "folder" };
  return { kind: /^(fichier|chemin|relevé)[a-z.]*$/.test(placeholder) ? "file" : "text" };
}
