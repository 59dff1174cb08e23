import type { FicheProjet } from "../generated/fiche.ts";

/** What numbers a parcours or a tutor within the porteur whose it is. */
export type Numeroter = (fiche: string | undefined, identifiant: string) => string;

/**
 * An identifiant made that of its porteur: porteurs number their parcours and tutors as they like, under any of their fiches, and an
 * analyst reads the dossiers of several together. Without its fiche, or where it has none, a parcours is taken to be of the one dossier at hand.
 */
export function parPorteur(fiches: Iterable<FicheProjet>): Numeroter {
  const sirens = new Map<string, string>();
  for (const { identifiant, porteur } of fiches) sirens.set(identifiant, porteur.siret.slice(0, 9));
  return (fiche = "", identifiant) => `${sirens.get(fiche) ?? ""}\n${identifiant}`;
}
