import { adresse as dansSaFeuille } from "./classeur/position.ts";

/** A cell of the workbook, as spreadsheets name it: « Parcours!F12 », « 'Fiche projet'!C7 ». */
export function adresse(feuille: string, ligne: number, colonne: number): string {
  const nom = /^[\p{L}\p{N}_]+$/u.test(feuille) ? feuille : `'${feuille.replaceAll("'", "''")}'`;
  return `${nom}!${dansSaFeuille({ ligne, colonne })}`;
}
