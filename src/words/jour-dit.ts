import { type Day, dayOfWeek, isDay } from "./dates.ts";
import { plainText } from "./texte.ts";

const mois = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

const jours = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const semaine = [...jours, ...jours.map((nom) => nom.slice(0, 3))].join("|");
/** What is put before and after a day without changing it: the name of the day, an hour of midnight. */
const autour = new RegExp(`^(?:le )?(?:(?:${semaine}) )?|(?:[ t]0?0[ h]00(?: 00)?(?: 0+)?z?)$`, "g");

/**
 * A day as people type it: 2024-09-02, 02/09/2024, 2 sept. 2024, lundi 2 septembre 2024, 01/03/2026 00:00; undefined when it is no
 * day. A year of two digits is read by `siecle`, and is no year without it.
 */
export function lireJour(texte: string, siecle?: (annee: number) => number | undefined): Day | undefined {
  if (isDay(texte)) return texte;
  const dit = plainText(texte);
  const jour = lireNu(dit.replaceAll(autour, ""), siecle);
  return jour !== undefined && contredit(dit, jour) ? undefined : jour;
}

/** « mardi 2 septembre 2024 », which is a Monday, may be either. */
function contredit(dit: string, jour: Day): boolean {
  const nom = new RegExp(`^(?:le )?(${semaine}) `).exec(dit)?.[1];
  return nom !== undefined && !jours[dayOfWeek(jour) - 1]?.startsWith(nom);
}

function lireNu(nu: string, siecle?: (annee: number) => number | undefined): Day | undefined {
  const inverse = /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(nu);
  if (inverse !== null) return jourDe(inverse[1], inverse[2], inverse[3]);
  const chiffres = /^(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})$/.exec(nu);
  const lettres = /^(\d{1,2})(?:er)? ([a-z]+) (\d{4}|\d{2})$/.exec(nu);
  const [, jour, nom = "", annee = ""] = chiffres ?? lettres ?? [];
  const entiere = annee.length === 2 ? siecle?.(Number(annee)) : Number(annee);
  return entiere === undefined ? undefined : jourDe(String(entiere), chiffres === null ? moisDe(nom) : nom, jour);
}

function jourDe(annee = "", mois = "", jour = ""): Day | undefined {
  const iso = `${annee}-${mois.padStart(2, "0")}-${jour.padStart(2, "0")}`;
  return isDay(iso) ? iso : undefined;
}

/** The number of a month by its name or by its beginning, when only one begins so. */
function moisDe(nom: string): string {
  const possibles = mois.flatMap((un, rang) => (nom.length >= 3 && un.startsWith(nom) ? [rang + 1] : []));
  return possibles.length === 1 ? String(possibles[0]) : "";
}
