import { type Day, isDay } from "../dates.ts";
import { plainText } from "../texte.ts";

const mois = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

/** A day as people type it: 2024-09-02, 02/09/2024, 2 septembre 2024; undefined when it is no day, or when its year has two digits. */
export function lireJour(texte: string): Day | undefined {
  if (isDay(texte)) return texte;
  const chiffres = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(texte);
  const lettres = /^(\d{1,2})(?:er)? ([a-z]+) (\d{4})$/.exec(plainText(texte));
  const [, jour = "", nom = "", annee = ""] = chiffres ?? lettres ?? [];
  const numero = chiffres === null ? String(mois.indexOf(nom) + 1) : nom;
  const iso = `${annee}-${numero.padStart(2, "0")}-${jour.padStart(2, "0")}`;
  return isDay(iso) ? iso : undefined;
}

/** A number as people type it: 1 250,50 €; kept as it stands when it is none, refused when it could be two. */
export function lireNombre(texte: string): { valeur: unknown } | { message: string; conseil: string } {
  const plain = texte.replaceAll(/[\s\u202f]/g, "").replace(/€$/, "");
  if (/^-?\d{1,3}([.,]\d{3})$/.test(plain) && !/^-?0/.test(plain)) {
    const [milliers, decimales] = [plain.replace(/[.,]/, ""), plain.replace(/[.,]/, ",")];
    return { message: `« ${texte} » peut se lire ${milliers} ou ${decimales}.`, conseil: "Écrivez ce nombre sans séparateur de milliers." };
  }
  return { valeur: /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(",", ".")) : texte };
}
