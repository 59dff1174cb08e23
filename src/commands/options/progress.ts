import { InvalidArgumentError, Option } from "commander";
import type { Acteur } from "../../dispositif/deroulement.ts";
import { acteurs } from "../../generated/acteurs.ts";
import { addDays, addMonths, type Day } from "../../words/dates.ts";

/** The forms of the result, the default first. */
export const progressFormats = ["table", "json", "csv", "ics", "html"] as const;

export type ProgressOptions = {
  format: (typeof progressFormats)[number];
  who?: Acteur;
  within?: Within;
  parcours?: string[];
  date: Day;
  output?: string;
} & { [flag in "late" | "force"]?: true };

/** The options that choose what to show. */
export function progressFilters(): Option[] {
  return [
    new Option("--late", "ne garder que ce qui est en retard"),
    new Option("--who <acteur>", "ne garder que ce que cet acteur a à faire")
      .choices(acteurs)
      // Those of the dispositifs that are met, which only the files tell.
      .argParser(String),
    new Option("--within <durée>", "ne garder que les retards et ce qui échoit d'ici là : 30d, 4w, 2m").argParser(readWithin),
  ];
}

/** The last day of a span that begins on a day. */
type Within = (date: Day) => Day;

const spans: Readonly<Record<string, (date: Day, number: number) => Day>> = {
  d: addDays,
  j: addDays,
  w: (date, number) => addDays(date, number * 7),
  s: (date, number) => addDays(date, number * 7),
  m: addMonths,
};

/** Days (d, or j), weeks (w, or s) or months (m), the last day included. */
function readWithin(text: string): Within {
  const [, number, unit = ""] = /^(\d{1,4})([djwsm])$/.exec(text) ?? [];
  const span = spans[unit];
  if (span === undefined) {
    throw new InvalidArgumentError(`« ${text} » n'est pas une durée : écrivez un nombre de jours (30d), de semaines (4w) ou de mois (2m).`);
  }
  return (date) => span(date, Number(number));
}
