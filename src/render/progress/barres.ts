import type { ProgresParcours } from "../../progress/parcours.ts";
import type { Phase } from "../../progress/phases.ts";
import { type Day, daysBetween } from "../../words/dates.ts";
import { type Echelle, etendue, position } from "./echelle.ts";

const hauteurs = "▁▃▅▇█";
const [prevu, aujourdhui] = ["╌", "│"];

/**
 * The phases of a parcours on one line: the later the phase, the higher its bar; what is to come is dashed. Where two phases run
 * together, the shorter one shows.
 */
export function barre({ phases }: ProgresParcours, { echelle, date, width }: { echelle: Echelle; date: Day; width: number }): string {
  const cells = Array.from({ length: width }, () => " ");
  const column = (day: Day): number => Math.min(width - 1, Math.max(0, Math.floor(position(day, echelle) * width)));
  const placees = phases
    .flatMap((phase, rang) => {
      const place = etendue(phase, date);
      return place === undefined ? [] : [{ ...place, rang }];
    })
    .toSorted((a, b) => daysBetween(b.debut, b.fin) - daysBetween(a.debut, a.fin));
  for (const { debut, fin, rang } of placees) {
    const [first, last] = [column(debut), column(fin)];
    const passe = debut > date ? first : column(fin < date ? fin : date) + 1;
    cells.fill(hauteur(rang, phases.length), first, passe);
    cells.fill(prevu, passe, last + 1);
  }
  cells[column(date)] = aujourdhui;
  return cells.join("").trimEnd();
}

/** « 11/2023 … 08/2026 », above the bars. */
export function entete({ debut, fin }: Echelle, width: number): string {
  const [from, to] = [mois(debut), mois(fin)];
  return `${from}${" ".repeat(Math.max(1, width - from.length - to.length))}${to}`;
}

/** What the bars mean. */
export function legende(phases: readonly Phase[]): string {
  return [
    ...phases.map(({ libelle }, rang) => `${hauteur(rang, phases.length)} ${libelle}`),
    `${prevu} prévu`,
    `${aujourdhui} ce jour`,
  ].join("  ");
}

function hauteur(rang: number, total: number): string {
  return hauteurs.charAt(Math.round((rang / Math.max(1, total - 1)) * (hauteurs.length - 1)));
}

const mois = (day: Day): string => `${day.slice(5, 7)}/${day.slice(0, 4)}`;
