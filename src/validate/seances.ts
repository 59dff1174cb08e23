import type { Day } from "../words/dates.ts";

/** A dated time of a parcours, as its file has it. */
export interface Seance {
  le: Day;
  heures: number;
  nature: string;
  apprenants?: number;
  absent?: boolean;
}

/** What holds séances: those where the person was there count, by the day of the check. */
export interface AvecSeances {
  seances?: readonly Seance[];
}

/** The séances of a nature that took place by a day, each with its rank in the file. */
export function seancesTenues({ seances = [] }: AvecSeances, nature: string, date: Day): { seance: Seance; rang: number }[] {
  return seances
    .map((seance, rang) => ({ seance, rang }))
    .filter(({ seance }) => seance.nature === nature && seance.absent !== true && seance.le <= date);
}
