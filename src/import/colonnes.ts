import type { Colonne, Feuille } from "../saisie/classeur.ts";
import { largest } from "../words/largest.ts";
import { nearest } from "../words/suggest.ts";
import type { CelluleLue, FeuilleLue, LigneLue } from "./classeur/index.ts";
import { enTetes, nu, texteDe } from "./entetes.ts";
import type { Probleme } from "./probleme.ts";

/** The address of a cell, by row and column as they are read. */
export type Adresse = (ligne: number, index: number) => string;

/** A column of the workbook that was found in a sheet. */
export interface Trouvee {
  colonne: Colonne;
  index: number;
}

/** By their keys; those that have none, by their headings. A heading that stands twice is that of the column with something in it. */
export function colonnesDe(
  feuille: Feuille,
  connues: readonly Feuille[],
  { cles, entetes }: { cles?: LigneLue; entetes: LigneLue },
  { lignes }: FeuilleLue,
): Trouvee[] {
  const byKey = new Map(
    connues
      .filter(({ forme }) => forme === feuille.forme)
      .flatMap(({ colonnes }) => colonnes)
      .concat(feuille.colonnes)
      .map((colonne) => [colonne.cle, colonne]),
  );
  const keyed = trouvees(cles, (cellule) => byKey.get(texteDe(cellule)));
  const byHeading = enTetes(feuille, connues);
  const named = trouvees(entetes, (cellule) => byHeading.get(nu(cellule))).filter(
    ({ colonne, index }) => !keyed.some((autre) => autre.index === index || autre.colonne.cle === colonne.cle),
  );
  const isVide = ({ index }: Trouvee): boolean =>
    !lignes.some(({ numero, cellules }) => numero > entetes.numero && cellules[index] !== undefined);
  const utiles = named.filter((one) => !isVide(one) || !named.some((autre) => autre !== one && autre.colonne.cle === one.colonne.cle));
  return [...keyed, ...utiles].sort((a, b) => a.index - b.index);
}

function trouvees(ligne: LigneLue | undefined, colonneDe: (cellule: CelluleLue | undefined) => Colonne | undefined): Trouvee[] {
  return Array.from(ligne?.cellules ?? [], colonneDe).flatMap((colonne, index) => (colonne === undefined ? [] : [{ colonne, index }]));
}

export function sansDoublon(found: readonly Trouvee[]): Trouvee[] {
  return found.filter(({ colonne }, rang) => found.findIndex((autre) => autre.colonne.cle === colonne.cle) === rang);
}

export function doublons(found: readonly Trouvee[], ligne: number, ou: Adresse): Probleme[] {
  return found.flatMap(({ colonne, index }, rang) => {
    const first = found.findIndex((autre) => autre.colonne.cle === colonne.cle);
    if (first === rang) return [];
    return [
      {
        ou: ou(ligne, index),
        message: `La colonne « ${colonne.entete} » figure déjà en ${ou(ligne, found[first]?.index ?? index)}.`,
        conseil: "Gardez-en une seule, sans oublier les cellules cachées au-dessus des en-têtes.",
      },
    ];
  });
}

/** Filled columns with a heading that is not known: perhaps one that is missing, mistyped; else a person's own. */
export function inconnues(
  lignes: readonly LigneLue[],
  entetes: LigneLue,
  { feuille, ou, connus, premiere }: { feuille: Feuille; ou: Adresse; connus: readonly number[]; premiere: number },
): { problemes: Probleme[]; ignorees: string[] } {
  const problemes: Probleme[] = [];
  const ignorees: string[] = [];
  const width = largest(lignes.map(({ cellules }) => cellules.length));
  for (let index = premiere; index < width; index += 1) {
    if (connus.includes(index) || !lignes.some(({ cellules }) => cellules[index] !== undefined)) continue;
    const titre = texteDe(entetes.cellules[index]);
    const meant =
      titre === ""
        ? undefined
        : nearest(
            titre.replace(/\s*\(?\*\)?$/, ""),
            feuille.colonnes.map(({ entete }) => entete),
          );
    if (meant === undefined) ignorees.push(`${ou(entetes.numero, index)}${titre === "" ? "" : ` « ${titre} »`}`);
    else
      problemes.push({
        ou: ou(entetes.numero, index),
        message: `La colonne « ${titre} » est inconnue.`,
        conseil: `Vouliez-vous dire « ${meant} » ?`,
      });
  }
  return { problemes, ignorees };
}
