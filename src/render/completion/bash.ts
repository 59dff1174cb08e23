import type { CommandSheet, Value } from "../../sheets/manual.ts";
import { allCommands, quoted, withValue } from "./walk.ts";

/** The completion script of bash 4.4 and later; readline itself completes files, for it knows quotes and spaces. */
export function renderBash(root: CommandSheet): string {
  const commands = allCommands(root);
  const name = root.path.join(" ");
  return `# Complétion de ${name} pour bash. À charger : eval "$(${name} completion bash)"
_${name}() {
  local command=${quoted(name)} current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} word
  local -i index position=0
  COMPREPLY=()
  # « --format=json » arrives in three words.
  if [[ $current == = ]]; then current=
  elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    case "$command $word" in
${cases(pathsUnder(root), 'command="$command $word" position=0')}
${cases(valued(commands), `[[ \${COMP_WORDS[index + 1]} == = ]] && index+=1; index+=1`)}
      *' '-*) ;;
      *) position+=1 ;;
    esac
  done
  case "$command $previous" in
${commands.flatMap((command) => withValue(command).map((option) => line(keys(command, option.names), proposing(option.value)))).join("\n")}
  esac
  if [[ $current == -* ]]; then
    case "$command" in
${commands.map((command) => line([command.path.join(" ")], words(command.options.flatMap(({ names }) => names)))).join("\n")}
    esac
  fi
  case "$command:$position" in
${commands.flatMap(positions).join("\n")}
  esac
}
_${name}_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}
complete -F _${name} ${name}
`;
}

function pathsUnder(root: CommandSheet): string[] {
  return allCommands(root)
    .slice(1)
    .map(({ path }) => path.join(" "));
}

function valued(commands: readonly CommandSheet[]): string[] {
  return commands.flatMap((command) => withValue(command).flatMap(({ names }) => keys(command, names)));
}

function keys({ path }: CommandSheet, names: readonly string[]): string[] {
  return names.map((name) => [...path, name].join(" "));
}

function cases(patterns: readonly string[], action: string): string {
  return `      ${patterns.map((pattern) => quoted(pattern)).join(" | ")}) ${action} ;;`;
}

function line(patterns: readonly string[], action: string): string {
  return `    ${patterns.map((pattern) => quoted(pattern)).join(" | ")}) ${action}; return ;;`;
}

/** What stands at each place of a command: a subcommand first, or its arguments, the last of which may be repeated. */
function positions(command: CommandSheet): string[] {
  const { path, commands } = command;
  const name = path.join(" ");
  if (commands.length > 0) return [line([`${name}:0`], words(commands.map((child) => child.path.at(-1) ?? "")))];
  return command.arguments.map(({ value, variadic }, rank) => {
    const pattern = variadic ? `${quoted(`${name}:`)}*` : quoted(`${name}:${rank}`);
    return `    ${pattern}) ${proposing(value)}; return ;;`;
  });
}

function proposing(value: Value): string {
  if (value.kind === "choices") return words(value.choices);
  return { file: "compopt -o default", folder: "compopt -o dirnames", text: ":" }[value.kind];
}

function words(list: readonly string[]): string {
  return `_cpro_words ${quoted(list.join(" "))}`;
}
