import { UserError } from "../errors.ts";
import { addDays, type Day, isInCalendar } from "./dates.ts";

/** A calendar half-year: S1 is January to June, S2 July to December. */
export interface Semestre {
  /** As it is written on the command line and in the files, e.g. 2025-S1. */
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
  const lu = semestre(annee, rang === "1");
  if (isInCalendar(lu.debut)) return lu;
  throw new UserError(`Le semestre « ${texte} » est hors du calendrier que cpro lit, qui va de 1900 à 2100.`, "Vérifiez l'année.");
}

/** The half-year that holds a day. */
export function semestreDe(day: Day): Semestre {
  return semestre(day.slice(0, 4), day.slice(5, 7) <= "06");
}

/** Those from the one that holds a day to the one that holds another, in their order. */
export function semestresEntre(from: Day, to: Day): Semestre[] {
  const all = [semestreDe(from)];
  for (let last = all[0]; last !== undefined && last.fin < to; last = all.at(-1)) all.push(semestreDe(addDays(last.fin, 1)));
  return all;
}

/** The last day of a half-year that counts on a day: it is under way until its end. */
export function arreteAu({ fin }: Pick<Semestre, "fin">, date: Day): Day {
  return date < fin ? date : fin;
}

function semestre(annee: string, premier: boolean): Semestre {
  return {
    id: `${annee}-S${premier ? 1 : 2}`,
    debut: premier ? `${annee}-01-01` : `${annee}-07-01`,
    fin: premier ? `${annee}-06-30` : `${annee}-12-31`,
    libelle: `${premier ? "1er" : "2nd"} semestre ${annee}`,
  };
}
