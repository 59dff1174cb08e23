import type { ArgumentSheet, CommandSheet, OptionSheet } from "../sheets/manual.ts";

/** The manual page cpro(1), in roff: the program, then each command with its arguments, options and examples. */
export function renderMan(root: CommandSheet, version: string): string {
  const { usage, summary, options, commands, epilogue } = root;
  const name = root.path.join(" ");
  return [
    `.\\" Page produite par « cpro man » : ne pas modifier.`,
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}" "Commandes de l'utilisateur"`,
    ".nh",
    ".ad l",
    section("NOM"),
    `${inRoff(name)} \\- ${inRoff(summary)}`,
    section("SYNOPSIS"),
    bold(usage),
    section("OPTIONS"),
    ...options.map(optionEntry),
    section("COMMANDES"),
    ...commands.flatMap((command) => commandSection(command)),
    ...(epilogue === "" ? [] : [section("REMARQUES"), verbatim(epilogue)]),
    "",
  ].join("\n");
}

function commandSection(command: CommandSheet): string[] {
  const { path, usage, summary, options, commands, epilogue } = command;
  return [
    `.SS "${inRoff(path.slice(1).join(" "))}"`,
    bold(usage),
    ".PP",
    inRoff(sentence(summary)),
    ...command.arguments.filter((argument) => argument.summary !== "").map(argumentEntry),
    ...options.map(optionEntry),
    ...(epilogue === "" ? [] : [".PP", verbatim(epilogue)]),
    ...commands.flatMap(commandSection),
  ];
}

function section(title: string): string {
  return `.SH ${title}`;
}

function optionEntry({ term, details }: OptionSheet): string {
  return `.TP\n${bold(term)}\n${inRoff(details)}`;
}

function argumentEntry({ name, summary }: ArgumentSheet): string {
  return `.TP\n.I ${inRoff(name)}\n${inRoff(summary)}`;
}

function bold(text: string): string {
  return `.B ${inRoff(text)}`;
}

/** Lines kept as they are. */
function verbatim(text: string): string {
  return `.nf\n${text.split("\n").map(inRoff).join("\n")}\n.fi`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
}

/** A line of text for roff: its escape character doubled, plain dashes, no control character at its start. */
function inRoff(line: string): string {
  const text = line.replaceAll("\\", "\\e").replaceAll("-", "\\-").replaceAll('"', "\\(dq");
  return /^[.']/.test(text) ? `\\&${text}` : text;
}
