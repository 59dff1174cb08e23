import type { Phase } from "../../progress/phases.ts";
import { addDays, type Day, daysBetween } from "../../words/dates.ts";

/** The days that a picture covers, first and last included. */
export interface Echelle {
  debut: Day;
  fin: Day;
}

/** What a phase covers of the calendar: up to the day of the picture while it runs, nothing when its beginning is not known. */
export interface Etendue {
  debut: Day;
  fin: Day;
}

export function etendue({ etat, debut, fin }: Phase, date: Day): Etendue | undefined {
  if (debut === undefined || etat === "sans_objet") return undefined;
  const isOuverte = etat === "en_cours" || etat === "en_retard";
  const atteinte = fin ?? (isOuverte && date > debut ? date : debut);
  return { debut, fin: atteinte < debut ? debut : atteinte };
}

/** From the first phase to the last one, the day of the picture included. */
export function echelle(phases: readonly Phase[], date: Day): Echelle {
  let [debut, fin] = [date, date];
  for (const phase of phases) {
    const place = etendue(phase, date);
    if (place === undefined) continue;
    if (place.debut < debut) debut = place.debut;
    if (place.fin > fin) fin = place.fin;
  }
  return { debut, fin: fin === debut ? addDays(debut, 1) : fin };
}

/** Where the morning of a day stands on a scale, from 0 to 1. */
export function position(day: Day, { debut, fin }: Echelle): number {
  return daysBetween(debut, day) / (daysBetween(debut, fin) + 1);
}
