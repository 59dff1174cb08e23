import type { CommandSheet, OptionSheet, Value } from "../../sheets/manual.ts";
import { allCommands, quoted } from "./walk.ts";

/** The completion script of fish: one line for each thing that may be typed, under the condition that its command is the one typed. */
export function renderFish(root: CommandSheet): string {
  const name = root.path.join(" ");
  const commands = allCommands(root);
  const paths = commands.slice(1).map(({ path }) => quote(path.join(" ")));
  return `# Complétion de ${name} pour fish. À enregistrer : ${name} completion fish > ~/.config/fish/completions/${name}.fish
function __${name}_command
    set -l command ${name}
    for word in (commandline -opc)[2..-1]
        contains -- "$command $word" ${paths.join(" ")}; and set command "$command $word"
    end
    test "$command" = "$argv"
end
complete -c ${name} -f
${commands.flatMap((command) => linesOf(command, `complete -c ${name} -n ${quote(`__${name}_command ${command.path.join(" ")}`)}`)).join("\n")}
`;
}

function linesOf(command: CommandSheet, start: string): string[] {
  const children = command.commands.map(({ path, summary }) => `${start} -a ${quote(path.at(-1) ?? "")} -d ${quote(summary)}`);
  const values = command.commands.length > 0 ? [] : command.arguments.map(({ value }) => `${start} ${proposing(value)}`);
  return [
    ...children,
    ...command.options.map((option) => `${start} ${optionFlags(option)}`),
    ...values.filter((line) => line !== `${start} `),
  ];
}

function optionFlags({ names, summary, value }: OptionSheet): string {
  const flags = names.map((name) => (name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const expected = value === undefined ? "" : ` -r ${proposing(value)}`;
  return `${flags.join(" ")}${expected} -d ${quote(summary)}`;
}

function proposing(value: Value): string {
  if (value.kind === "choices") return `-f -a ${quote(value.choices.join(" "))}`;
  return { file: "-F", folder: "-f -a '(__fish_complete_directories)'", text: "-f" }[value.kind];
}

function quote(text: string): string {
  return quoted(text.replaceAll("\\", "\\\\"), "\\'");
}
