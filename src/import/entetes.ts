import type { Colonne, Feuille } from "../saisie/classeur.ts";
import { plainText } from "../words/texte.ts";
import type { CelluleLue, FeuilleLue, LigneLue } from "./classeur/index.ts";

/** How far down headings are looked for, and how far under their hidden keys. */
export const MOST_ABOVE = 30;
const KEYS_TO_HEADINGS = 10;

/** The text of a cell, empty when it holds something else. */
export function texteDe(cellule: CelluleLue | undefined): string {
  return typeof cellule?.valeur === "string" ? cellule.valeur.trim() : "";
}

/** A heading without the marks that say it is required. */
export function nu(cellule: CelluleLue | undefined): string {
  return plainText(texteDe(cellule).replace(/\s*\(?\*\)?\s*$/, ""));
}

/** The row of hidden keys, if there is one, and that of the headings. */
export function headings(
  { lignes }: FeuilleLue,
  feuille: Feuille,
  connues: readonly Feuille[],
): { cles?: LigneLue; entetes: LigneLue | undefined } {
  const above = lignes.filter(({ numero }) => numero <= MOST_ABOVE);
  const connus = new Set(enTetes(feuille, connues).keys());
  const isCle = new RegExp(`^${feuille.forme.nom}:`);
  const cles = above.find(({ cellules }) => cellules.some((cellule) => isCle.test(texteDe(cellule))));
  const near = cles === undefined ? above : above.filter(({ numero }) => numero > cles.numero && numero <= cles.numero + KEYS_TO_HEADINGS);
  const ranked = near
    .map((ligne) => ({ ligne, score: ligne.cellules.filter((cellule) => connus.has(nu(cellule))).length }))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  const enough = cles === undefined ? Math.min(2, feuille.colonnes.length) : 1;
  return { ...(cles === undefined ? {} : { cles }), entetes: best !== undefined && best.score >= enough ? best.ligne : cles };
}

/** Columns by their heading: those of the sheet first, then those of other sheets of the same form, if only one bears that name. */
export function enTetes(feuille: Feuille, connues: readonly Feuille[]): Map<string, Colonne> {
  const all = new Map<string, Colonne | undefined>();
  for (const { forme, colonnes } of connues) {
    if (forme !== feuille.forme) continue;
    for (const colonne of colonnes) all.set(plainText(colonne.entete), all.has(plainText(colonne.entete)) ? undefined : colonne);
  }
  for (const colonne of feuille.colonnes) all.set(plainText(colonne.entete), colonne);
  return new Map([...all].filter((entry): entry is [string, Colonne] => entry[1] !== undefined));
}
