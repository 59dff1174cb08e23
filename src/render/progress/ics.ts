import ical, { type ICalCalendar, ICalCalendarMethod, type ICalEventData, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { type Day, daysBetween, formatDay } from "../../dates.ts";
import type { Ligne } from "../../progress/echeancier.ts";
import { echeancier, type Progres } from "../../progress/index.ts";
import { nomActeur } from "./mots.ts";

const semaine = 7 * 24 * 60 * 60;

/**
 * A calendar of the due dates (RFC 5545), all-day events with an alarm a week before. Imported again, it updates: each due date keeps
 * its UID, the sequence grows with `--date`; what is done says so, what has lost its object is cancelled. The same for the same date.
 */
export function renderIcs(progres: Progres): string {
  const calendrier: ICalCalendar = ical({
    prodId: { company: "cpro", product: "progress", language: "FR" },
    name: "Échéances de la VAE inversée",
    method: ICalCalendarMethod.PUBLISH,
    scale: "gregorian",
  });
  for (const ligne of echeancier(progres).filter(({ echeance }) => !echeance.isEtrangere))
    calendrier.createEvent(evenement(ligne, progres.date));
  return `${calendrier.toString()}\r\n`;
}

function evenement(ligne: Ligne, date: Day): ICalEventData {
  const { genre, echeance } = ligne;
  const isAnnule = echeance.etat === "sans_objet" && genre !== "national";
  return {
    id: uid(ligne),
    start: echeance.echeance,
    allDay: true,
    stamp: date,
    sequence: Math.max(0, daysBetween("2000-01-01", date)),
    summary: titre(ligne),
    description: description(ligne).join("\n"),
    transparency: ICalEventTransparency.TRANSPARENT,
    status: isAnnule ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    categories: [{ name: nomActeur(echeance.qui) }],
    alarms: echeance.etat === "a_venir" ? [{ trigger: semaine, description: `Dans une semaine : ${titre(ligne)}` }] : [],
  };
}

/** The same at each run, and no other's: the fiche, the parcours, the due date, its half-year when it comes back. */
function uid({ genre, de, fiche, echeance }: Ligne): string {
  const lieu = genre === "parcours" ? [fiche ?? "", de] : [de];
  return `${[...lieu, echeance.id, ...(echeance.occurrence === undefined ? [] : [echeance.occurrence])].map(encodeURIComponent).join("/")}@cpro`;
}

const avant = { faite: "Fait : ", en_retard: "En retard : ", a_venir: "", sans_objet: "" } as const;

function titre({ genre, de, echeance }: Ligne): string {
  const { etat, libelle, qui } = echeance;
  return ligneSimple(`${avant[etat]}${genre === "national" ? "" : `${de} · `}${libelle} (${nomActeur(qui)})`);
}

function description({ genre, de, fiche, echeance }: Ligne): string[] {
  const { qui, reference, jourOuvre, documents, faiteLe, etat } = echeance;
  return [
    ...(genre === "parcours" ? [`Parcours ${de}, fiche projet ${fiche}.`] : genre === "fiche" ? [`Fiche projet ${de}.`] : []),
    `À faire par : ${nomActeur(qui)}.`,
    ...(etat === "faite" && faiteLe !== undefined ? [`Fait le ${formatDay(faiteLe)}.`] : []),
    ...(jourOuvre === undefined || etat !== "a_venir" ? [] : [`Ce jour n'est pas ouvré ; le suivant est le ${formatDay(jourOuvre)}.`]),
    ...(documents === undefined ? [] : [`Pièces : ${documents.join(" ; ")}.`]),
    `Source : ${reference}.`,
  ].map(ligneSimple);
}

/** A calendar takes no control character. */
function ligneSimple(text: string): string {
  return text.replaceAll(/\p{C}+/gu, " ");
}
