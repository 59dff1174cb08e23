import type { ArgumentSheet, CommandSheet, OptionSheet, Value } from "../../sheets/manual.ts";
import { allCommands, quoted } from "./walk.ts";

/** The completion function of zsh, to be loaded by a shell or put in a folder of its fpath. */
export function renderZsh(root: CommandSheet): string {
  const name = root.path.join(" ");
  return `#compdef ${name}
# Complétion de ${name} pour zsh. À charger après compinit : source <(${name} completion zsh)
${allCommands(root).toReversed().map(functionOf).join("\n")}
if [[ $funcstack[1] == _${name} ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

function functionOf(command: CommandSheet): string {
  const { options, commands } = command;
  const name = functionName(command);
  if (commands.length === 0) {
    const specs = [...options.map(optionSpec), ...command.arguments.map(argumentSpec)];
    return `${name}() {\n  _arguments ${specs.map((spec) => quoted(spec)).join(" \\\n    ")}\n}`;
  }
  const specs = [...options.map(optionSpec), "1: :->commande", "*:: :->suite"];
  return `${name}() {
  local -a commandes
  local context state state_descr line
  typeset -A opt_args
  _arguments -C ${specs.map((spec) => quoted(spec)).join(" \\\n    ")}
  case $state in
    commande)
      commandes=(${commands.map(({ path, summary }) => quoted(`${path.at(-1)}:${summary}`)).join("\n        ")})
      _describe -t commands commande commandes ;;
    suite)
      case $line[1] in
${commands.map((child) => `        ${child.path.at(-1)}) ${functionName(child)} ;;`).join("\n")}
      esac ;;
  esac
}`;
}

function functionName({ path }: CommandSheet): string {
  return `_${path.join("_")}`;
}

function optionSpec({ names, summary, value, repeatable }: OptionSheet): string {
  // One spelling excludes the other, unless the option may come again.
  const before = repeatable ? "*" : names.length > 1 ? `(${names.join(" ")})` : "";
  const name = names.length > 1 ? names : names.slice(0, 1);
  const long = name.at(-1) ?? "";
  const equals = value !== undefined && long.startsWith("--") ? "=" : "";
  return `${before}${long}${equals}[${inSpec(summary)}]${value === undefined ? "" : `:${inSpec(long.slice(2))}:${action(value)}`}`;
}

function argumentSpec({ name, value, variadic }: ArgumentSheet): string {
  return `${variadic ? "*" : ""}:${inSpec(name)}:${action(value)}`;
}

function action(value: Value): string {
  if (value.kind === "choices") return `(${value.choices.join(" ")})`;
  return { file: "_files", folder: "_files -/", text: " " }[value.kind];
}

function inSpec(text: string): string {
  return text.replaceAll(/[\\[\]:]/g, "\\$&");
}
