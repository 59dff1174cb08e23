import type { Modele } from "../dispositif/catalogue.ts";
import type { Forme } from "../dispositif/forme.ts";
import { feuilles } from "../saisie/classeur.ts";
import { adresse } from "./adresse.ts";
import { lireFeuilles } from "./classeur/index.ts";
import { assembler, type Documents } from "./documents.ts";
import { type Grille, illisibles, lireGrille } from "./grille.ts";
import type { Probleme } from "./probleme.ts";

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
 * Reads an entry workbook of some dispositifs. Nothing is checked yet against the schemas.
 * @throws UserError when the file is no workbook, or cannot be read.
 */
export function lireClasseur(file: string, modeles: readonly Modele[]): ClasseurLu {
  const connues = feuilles(modeles);
  const grilles: Grille[] = [];
  const problemes: (readonly Probleme[])[] = [];
  const ignorees: string[] = [];
  /** Of each form, the first cell that leaves all its documents in doubt. */
  const douteux = new Map<Forme, string>();
  for (const feuille of lireFeuilles(file)) {
    const lue = lireGrille(feuille, connues);
    if (lue === undefined) {
      if (MUETTES.includes(feuille.nom) || feuille.lignes.length === 0) continue;
      ignorees.push(`la feuille « ${feuille.nom} »`);
      problemes.push(illisibles(feuille, (ligne, index) => adresse(feuille.nom, ligne, index)));
      continue;
    }
    if (lue.grille !== undefined) grilles.push(lue.grille);
    problemes.push(lue.problemes);
    ignorees.push(...lue.ignorees);
    const [premier] = lue.problemes;
    if (premier !== undefined && !douteux.has(lue.feuille.forme)) douteux.set(lue.feuille.forme, premier.ou);
  }
  const documents = assembler(grilles);
  for (const brouillon of documents.brouillons) {
    const ou = douteux.get(brouillon.forme);
    if (ou !== undefined) documents.retenus.set(brouillon, ou);
  }
  return { ...documents, grilles, ignorees, problemes: [...problemes.flat(), ...documents.problemes] };
}
