import { addDays, type Day } from "../../words/dates.ts";
import { arreteAu, type Semestre } from "../../words/semestres.ts";

export { arreteAu, lireSemestre, type Semestre } from "../../words/semestres.ts";

/** The measures a table publishes, in their order. */
export const mesures = ["semestre", "cumul"] as const;
export type Mesure = (typeof mesures)[number];

/**
 * What is counted for each: the half-year, all up to its end, and all before it. The last is never published, but cumul minus
 * semestre gives it to any reader, so the secrecy has to know it.
 */
export type Fenetre = Mesure | "anterieur";

/** The first and last day of each window. What is dated after `date` has not happened yet: a half-year under way stops there. */
export function fenetres({ debut, fin }: Semestre, date: Day): Record<Fenetre, { debut: Day; fin: Day }> {
  const arrete = arreteAu({ fin }, date);
  const toujours = "0000-01-01";
  return {
    semestre: { debut, fin: arrete },
    cumul: { debut: toujours, fin: arrete },
    anterieur: { debut: toujours, fin: arreteAu({ fin: addDays(debut, -1) }, arrete) },
  };
}
