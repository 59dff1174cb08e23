/** A cell of a sheet, by row and column from 1. */
export interface Position {
  ligne: number;
  colonne: number;
}

/** What a sheet can hold, as the standard has it. */
export const [DERNIERE_LIGNE, DERNIERE_COLONNE] = [1_048_576, 16_384] as const;

/** « F12 » or « $F$12 »; undefined for anything else, and for what no sheet holds. */
export function positionDe(texte: string): Position | undefined {
  const [, lettres = "", chiffres = ""] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(texte.trim()) ?? [];
  const ligne = Number(chiffres);
  const colonne = [...lettres.toUpperCase()].reduce((somme, lettre) => somme * 26 + lettre.charCodeAt(0) - 64, 0);
  return ligne < 1 || colonne < 1 || ligne > DERNIERE_LIGNE || colonne > DERNIERE_COLONNE ? undefined : { ligne, colonne };
}

export function adresse({ ligne, colonne }: Position): string {
  return `${lettres(colonne)}${ligne}`;
}

/** 1 is A, 27 is AA. */
function lettres(colonne: number): string {
  const reste = (colonne - 1) % 26;
  const debut = Math.floor((colonne - 1) / 26);
  return (debut === 0 ? "" : lettres(debut)) + String.fromCharCode(65 + reste);
}
