import { addDays, type Day } from "../dates.ts";
import { UserError } from "../errors.ts";

/** A half-year of the dashboard: S1 is January to June, S2 July to December. */
export interface Semestre {
  /** As it is written on the command line, e.g. 2025-S1. */
  id: string;
  debut: Day;
  fin: Day;
  /** « 1er semestre 2025 ». */
  libelle: string;
}

/** @throws UserError when the text is not a half-year. */
export function lireSemestre(texte: string): Semestre {
  const [, annee, rang] = /^(\d{4})-S([12])$/.exec(texte) ?? [];
  if (annee === undefined) {
    throw new UserError(
      `« ${texte} » n'est pas un semestre.`,
      "Écrivez l'année puis S1 (janvier à juin) ou S2 (juillet à décembre), comme 2025-S1.",
    );
  }
  const premier = rang === "1";
  return {
    id: texte,
    debut: premier ? `${annee}-01-01` : `${annee}-07-01`,
    fin: premier ? `${annee}-06-30` : `${annee}-12-31`,
    libelle: `${premier ? "1er" : "2nd"} semestre ${annee}`,
  };
}

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
    anterieur: { debut: toujours, fin: minDay(addDays(debut, -1), arrete) },
  };
}

/** The last day that counts. */
export function arreteAu({ fin }: Pick<Semestre, "fin">, date: Day): Day {
  return minDay(fin, date);
}

function minDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}
