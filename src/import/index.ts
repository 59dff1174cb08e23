import { lireFeuilles } from "./classeur/index.ts";
import { assembler, type Documents } from "./documents.ts";
import { type Grille, lireGrille } from "./grille.ts";

export { celluleDe } from "./brouillon.ts";
export { type Changement, changements } from "./changements.ts";
export { conseilDe } from "./conseils.ts";
export { conflits, type Prevu, prevoir, texteDe } from "./plan.ts";
export { type Constat, constatDe } from "./probleme.ts";

/** A workbook as documents, with what was left out and what could not be read. */
export interface ClasseurLu extends Documents {
  /** The sheets that were read. */
  grilles: readonly Grille[];
  /** Sheets and columns that are none of the workbook's. */
  ignorees: string[];
}

/** Sheets that the workbook has for other reasons. */
const MUETTES = ["Mode d'emploi", "Listes"];

/**
 * Reads an entry workbook. Nothing is checked yet against the schemas.
 * @throws UserError when the file is no workbook, or cannot be read.
 */
export function lireClasseur(file: string): ClasseurLu {
  const grilles: Grille[] = [];
  const problemes: Documents["problemes"] = [];
  const ignorees: string[] = [];
  for (const feuille of lireFeuilles(file)) {
    const lue = lireGrille(feuille);
    if (lue === undefined) {
      if (!MUETTES.includes(feuille.nom) && feuille.lignes.length > 0) ignorees.push(`la feuille « ${feuille.nom} »`);
      continue;
    }
    if (lue.grille !== undefined) grilles.push(lue.grille);
    problemes.push(...lue.problemes);
    ignorees.push(...lue.ignorees);
  }
  const documents = assembler(grilles);
  return { ...documents, grilles, ignorees, problemes: [...problemes, ...documents.problemes] };
}
