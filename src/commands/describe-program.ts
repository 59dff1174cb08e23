import type { Command } from "commander";
import { lookUp } from "../sheets/explain.ts";
import { type CommandSheet, describeCommand } from "../sheets/manual.ts";
import { addFieldOptions } from "./options/new.ts";

/** The sheet of the program that a command belongs to, with the subjects of `explain`. */
export async function describeProgram(command: Command): Promise<CommandSheet> {
  const { rules, parameters } = lookUp(undefined);
  const root = rootOf(command);
  for (const child of root.commands.find((each) => each.name() === "new")?.commands ?? []) await addFieldOptions(child);
  return describeCommand(root, { sujet: [...rules.map(({ id }) => id), ...parameters.map(({ name }) => name)] });
}

function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent);
}
