import type { CommanderError } from "commander";

/** Help and version come as exceptions too, but are answers, not errors. */
export function isAnswer({ code }: CommanderError): boolean {
  return ["commander.helpDisplayed", "commander.help", "commander.version"].includes(code);
}

const sentences: Record<string, (quoted: string[]) => string> = {
  "commander.unknownCommand": ([name]) => `La commande « ${name} » n'existe pas.`,
  "commander.unknownOption": ([name]) => `L'option « ${name} » n'existe pas.`,
  "commander.missingArgument": ([name]) => `Il manque l'argument « ${name} ».`,
  "commander.optionMissingArgument": ([option]) => `L'option « ${option} » attend une valeur.`,
  "commander.missingMandatoryOptionValue": ([option]) => `L'option « ${option} » est obligatoire.`,
  "commander.excessArguments": () => "Il y a trop d'arguments.",
  "commander.conflictingOption": ([one, other]) => `Les options « ${one} » et « ${other} » s'excluent.`,
};

/** A usage error in French, with commander's suggestion when it has one, and where to find help. */
export function usageMessage({ code, message }: CommanderError): string[] {
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, text = ""]) => text);
  const meant = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1];
  const sentence = sentences[code]?.(quoted) ?? invalid(message, quoted);
  return [
    sentence,
    meant === undefined ? "" : `Vouliez-vous dire « ${meant} » ?`,
    "→ « cpro --help » présente les commandes et leurs options.",
  ].filter(Boolean);
}

/** A value that an option or an argument refuses: our own parsers say why in French, commander's choices are listed. */
function invalid(message: string, [first = "", second = ""]: string[]): string {
  // Of an argument commander names the value first, of an option the option.
  const [what, value] = message.includes("command-argument") ? [`L'argument « ${second} »`, first] : [`L'option « ${first} »`, second];
  const choices = /Allowed choices are (.+)\.$/.exec(message)?.[1];
  if (choices !== undefined) return `${what} n'admet pas « ${value} » : on attend ${choices}.`;
  const why = /is invalid\. (.+)$/s.exec(message)?.[1];
  return why === undefined ? message : `${what} : ${why}`;
}
