import { InvalidArgumentError, Option } from "commander";
import type { Io } from "../../io.ts";
import { isInCalendar } from "../../words/dates.ts";
import { lireJour } from "../../words/jour-dit.ts";
import { bare, visibleLines } from "../../words/visible.ts";

/** `--date`: the day that counts as today. */
export function dateOption(io: Io): Option {
  return new Option("--date <jour>", "le jour à prendre pour aujourd'hui : 2025-06-30 ou 30/06/2025")
    .default(io.today, "aujourd'hui")
    .argParser((text) => {
      const jour = lireJour(text);
      if (jour === undefined) throw new InvalidArgumentError(`« ${text} » n'est pas un jour, comme 2025-03-01 ou 01/03/2025.`);
      if (!isInCalendar(jour)) throw new InvalidArgumentError(`« ${text} » est hors du calendrier que cpro lit, qui va de 1900 à 2100.`);
      return jour;
    });
}

/** `--format`: the first one is the default. */
export function formatOption<F extends string>(formats: readonly [F, ...F[]]): Option {
  return new Option("--format <format>", "la forme du résultat").choices(formats).default(formats[0]);
}

export function outputOption(description = "écrire le résultat dans ce fichier plutôt qu'à l'écran"): Option {
  return new Option("--output <fichier>", description);
}

export function forceOption(): Option {
  return new Option("--force", "remplacer le fichier s'il existe déjà");
}

/** For an option that may be given several times, each time with one value: a list would swallow the paths behind it. */
export function oneMore(value: string, former: readonly string[] = []): string[] {
  return [...former, value];
}

/** `--dispositif` of a command that takes several, between commas. */
export function dispositifsOption(description: string): Option {
  return new Option("--dispositif <noms>", description).argParser((text) => text.split(/\s*,\s*/).filter(Boolean));
}

/** `--parcours`, repeatable. */
export function parcoursOption(): Option {
  return new Option("--parcours <identifiant>", "ne montrer que ce parcours (option répétable)").argParser(oneMore);
}

/** The forms that people read; the others are for programs. */
const forPeople: ReadonlySet<string> = new Set(["text", "table", "markdown", "github"]);

/** Prints a text result, or writes it where `--output` says. */
export async function deliver(
  io: Io,
  text: string,
  { format, output, force = false }: { format: string; output?: string; force?: boolean },
): Promise<void> {
  const isForPeople = forPeople.has(format);
  if (output === undefined) return isForPeople ? io.print(text) : io.data(text);
  const { writeOutput } = await import("../../dossier/write/output.ts");
  writeOutput(output, isForPeople ? bare(visibleLines(text)) : text, { force });
  io.note(`Écrit : ${output}`);
}
