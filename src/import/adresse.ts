/** A cell of the workbook, as spreadsheets name it: « Parcours!F12 », « 'Fiche projet'!C7 ». */
export function adresse(feuille: string, ligne: number, colonne: number): string {
  const nom = /^[\p{L}\p{N}_]+$/u.test(feuille) ? feuille : `'${feuille.replaceAll("'", "''")}'`;
  return `${nom}!${lettres(colonne)}${ligne}`;
}

/** 1 is A, 27 is AA. */
function lettres(colonne: number): string {
  const reste = (colonne - 1) % 26;
  const debut = Math.floor((colonne - 1) / 26);
  return (debut === 0 ? "" : lettres(debut)) + String.fromCharCode(65 + reste);
}
