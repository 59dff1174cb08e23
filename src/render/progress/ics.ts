import { duDispositif } from "../../dispositif/noms.ts";
import type { Ligne } from "../../progress/echeancier.ts";
import { echeancier } from "../../progress/index.ts";
import type { Progres } from "../../progress/progres.ts";
import { type Day, daysBetween, formatDay } from "../../words/dates.ts";
import { legible } from "../../words/texte.ts";
import { composant, ligne as propriete, texte } from "./icalendar.ts";

/**
 * A calendar of the due dates (RFC 5545), all-day events with an alarm a week before. Imported again, it updates: each due date keeps
 * its UID, the sequence grows with `--date`; what is done says so, what has lost its object is cancelled. The same for the same date.
 */
export function renderIcs(progres: Progres): string {
  const nom = nomDe(progres);
  const lignes = echeancier(progres).filter(({ echeance }) => !echeance.isEtrangere);
  return composant("VCALENDAR", [
    propriete("VERSION", "2.0"),
    propriete("PRODID", "-//cpro//progress//FR"),
    propriete("CALSCALE", "GREGORIAN"),
    propriete("METHOD", "PUBLISH"),
    propriete("NAME", texte(nom)),
    propriete("X-WR-CALNAME", texte(nom)),
    ...lignes.map((une) => evenement(une, progres.date)),
  ]);
}

/** « Échéances de la VAE inversée ». */
function nomDe({ dispositifs: [seul, ...autres] }: Progres): string {
  return seul === undefined || autres.length > 0 ? "Échéances des parcours" : `Échéances ${duDispositif(seul)}`;
}

function evenement(ligne: Ligne, date: Day): string {
  const { genre, echeance } = ligne;
  const isAnnule = echeance.etat === "sans_objet" && genre !== "national";
  return composant("VEVENT", [
    propriete("UID", uid(ligne)),
    propriete("SEQUENCE", String(Math.max(0, daysBetween("2000-01-01", date)))),
    propriete("DTSTAMP", `${chiffres(date)}T000000Z`),
    propriete("DTSTART;VALUE=DATE", chiffres(echeance.echeance)),
    propriete("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE"),
    propriete("X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT", "TRUE"),
    propriete("SUMMARY", texte(titre(ligne))),
    propriete("TRANSP", "TRANSPARENT"),
    propriete("DESCRIPTION", texte(description(ligne).join("\n"))),
    ...(echeance.etat === "a_venir" ? [alarme(ligne)] : []),
    propriete("CATEGORIES", texte(echeance.acteur)),
    propriete("STATUS", isAnnule ? "CANCELLED" : "CONFIRMED"),
  ]);
}

function alarme(ligne: Ligne): string {
  return composant("VALARM", [
    propriete("ACTION", "DISPLAY"),
    propriete("TRIGGER", "-P7D"),
    propriete("DESCRIPTION", texte(`Dans une semaine : ${titre(ligne)}`)),
  ]);
}

function chiffres(jour: Day): string {
  return jour.replaceAll("-", "");
}

/** The same at each run, and no other's: the dispositif or the fiche, the parcours, the due date, its half-year when it comes back. */
function uid({ genre, de, fiche, parcours, echeance }: Ligne): string {
  const lieu = genre === "parcours" ? [...(parcours?.dispositif === undefined ? [] : [parcours.dispositif]), fiche ?? "", de] : [de];
  return `${[...lieu, echeance.id, ...(echeance.occurrence === undefined ? [] : [echeance.occurrence])].map((pas) => encodeURIComponent(legible(pas))).join("/")}@cpro`;
}

const avant = { faite: "Fait : ", en_retard: "En retard : ", a_venir: "", sans_objet: "" } as const;

function titre({ genre, de, echeance }: Ligne): string {
  const { etat, libelle, acteur } = echeance;
  return ligneSimple(`${avant[etat]}${genre === "national" ? "" : `${de} · `}${libelle} (${acteur})`);
}

function description({ genre, de, fiche, echeance }: Ligne): string[] {
  const { acteur, reference, jourOuvre, documents, faiteLe, etat } = echeance;
  return [
    ...(genre === "parcours"
      ? [fiche === undefined ? `Parcours ${de}.` : `Parcours ${de}, fiche projet ${fiche}.`]
      : genre === "fiche"
        ? [`Fiche projet ${de}.`]
        : []),
    `À faire par : ${acteur}.`,
    ...(etat === "faite" && faiteLe !== undefined ? [`Fait le ${formatDay(faiteLe)}.`] : []),
    ...(jourOuvre === undefined || etat !== "a_venir" ? [] : [`Ce jour n'est pas ouvré ; le suivant est le ${formatDay(jourOuvre)}.`]),
    ...(documents === undefined ? [] : [`Pièces : ${documents.join(" ; ")}.`]),
    `Source : ${reference}.`,
  ].map(ligneSimple);
}

/** A calendar takes no control character. */
function ligneSimple(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ");
}
