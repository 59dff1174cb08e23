import type { CommandSheet, OptionSheet } from "../../sheets/manual.ts";

/** A command and all those under it, parents first. */
export function allCommands(root: CommandSheet): CommandSheet[] {
  return [root, ...root.commands.flatMap(allCommands)];
}

/** Options with a value, by what they expect: a shell that proposes one must not be told of the others. */
export function withValue({ options }: CommandSheet): (OptionSheet & Required<Pick<OptionSheet, "value">>)[] {
  return options.flatMap(({ value, ...option }) => (value === undefined ? [] : [{ ...option, value }]));
}

/** A text between single quotes, as bash, zsh and PowerShell keep it whole; `escaped` stands for a quote inside. */
export function quoted(text: string, escaped = "'\\''"): string {
  return `'${text.replaceAll("'", escaped)}'`;
}
