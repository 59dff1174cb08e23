import type { CommandSheet, Value } from "../../sheets/manual.ts";
import { allCommands, quoted, withValue } from "./walk.ts";

/** The completion script of PowerShell 5 and later; where it proposes nothing, the shell itself completes files. */
export function renderPowershell(root: CommandSheet): string {
  const name = root.path.join(" ");
  const commands = allCommands(root);
  return `# Complétion de ${name} pour PowerShell. À charger : ${name} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${quote(name)} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $proposed = @{
${commands.map(({ path, ...sheet }) => `    ${quote(path.join(" "))} = @(\n${entriesOf({ path, ...sheet }).join("\n")}\n    )`).join("\n")}
  }
  $values = @{
${commands.flatMap(valuesOf).join("\n")}
  }
  $command = ${quote(name)}
  $previous = ''
  foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
    if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete -ne '') { break }
    $previous = $element.Extent.Text
    if ($proposed.ContainsKey("$command $previous")) { $command = "$command $previous" }
  }
  $expected = $values["$command $previous"]
  if ($null -ne $expected) { $found = $expected | ForEach-Object { , @($_, $_) } } else { $found = $proposed[$command] }
  $found | Where-Object { $_[0] -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`;
}

/** Words with what each means: subcommands, choices of the first argument, options. */
function entriesOf(command: CommandSheet): string[] {
  const children = command.commands.map(({ path, summary }) => [path.at(-1) ?? "", summary]);
  const choices = command.commands.length > 0 ? [] : command.arguments.flatMap(({ value }) => choicesOf(value).map((each) => [each, each]));
  const options = command.options.flatMap(({ names, summary }) => names.map((name) => [name, summary]));
  return [...children, ...choices, ...options].map(([word = "", meaning = ""]) => `      , @(${quote(word)}, ${quote(meaning)})`);
}

function valuesOf(command: CommandSheet): string[] {
  return withValue(command).flatMap(({ names, value }) =>
    names.map((name) => `    ${quote([...command.path, name].join(" "))} = @(${choicesOf(value).map(quote).join(", ")})`),
  );
}

function choicesOf(value: Value): readonly string[] {
  return value.kind === "choices" ? value.choices : [];
}

function quote(text: string): string {
  return quoted(text, "''");
}
