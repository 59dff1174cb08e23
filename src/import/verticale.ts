import type { Feuille } from "../saisie/classeur.ts";
import { largest } from "../words/largest.ts";
import { plainText } from "../words/texte.ts";
import type { CelluleLue, FeuilleLue, LigneLue } from "./classeur/index.ts";

/** Whether fields go down in a sheet: its name says so, or its first columns hold the hidden keys. */
export function estVertical({ nom, lignes }: FeuilleLue, connues: readonly Feuille[]): boolean {
  const verticales = connues.filter(({ vertical }) => vertical);
  if (verticales.some((feuille) => plainText(feuille.nom) === plainText(nom))) return true;
  const cles = new Set(verticales.flatMap(({ colonnes }) => colonnes.map(({ cle }) => cle)));
  return [1, 2, 3].some((colonne) => lignes.filter(({ cellules }) => cles.has(String(cellules[colonne]?.valeur))).length >= 3);
}

/** The same cells, rows for columns. */
export function transposee({ nom, lignes }: FeuilleLue): FeuilleLue {
  const width = largest(lignes.map(({ cellules }) => cellules.length));
  const columns: LigneLue[] = [];
  for (let numero = 1; numero < width; numero += 1) {
    const cellules: (CelluleLue | undefined)[] = [];
    for (const ligne of lignes) if (ligne.cellules[numero] !== undefined) cellules[ligne.numero] = ligne.cellules[numero];
    if (cellules.length > 0) columns.push({ numero, isMasquee: false, cellules });
  }
  return { nom, lignes: columns };
}
