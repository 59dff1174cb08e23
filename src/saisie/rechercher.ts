import { plainText } from "../words/texte.ts";
import type { Choix } from "./champs.ts";

/** The choices that hold every word typed, in their code or their name, however accented; those that begin so come first. */
export function rechercher(choix: readonly Choix[], texte: string): Choix[] {
  const mots = plainText(texte).split(" ").filter(Boolean);
  const [premier = ""] = mots;
  return choix
    .map((each) => ({ each, plain: `${plainText(String(each.valeur))} ${plainText(each.libelle)}` }))
    .filter(({ plain }) => mots.every((mot) => plain.includes(mot)))
    .sort((a, b) => Number(b.plain.startsWith(premier)) - Number(a.plain.startsWith(premier)))
    .map(({ each }) => each);
}
