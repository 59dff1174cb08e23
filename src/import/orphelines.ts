import type { Feuille } from "../saisie/classeur.ts";
import { near } from "../words/suggest.ts";
import type { Brouillon } from "./brouillon.ts";

/** A row that belongs to no document of the workbook. */
export interface Orpheline {
  feuille: Feuille;
  ou: string;
  /** The identifiant that it holds, if any. */
  nom: string | undefined;
  /** The documents of the rows above and under it, when it names none itself. */
  voisins: Brouillon[];
}

/**
 * The documents that a row without owner may be a part of, each with the cell of that row: none of them is whole. Those of a near
 * name, first among those that have no row in that sheet; else all those that have none.
 */
export function retenus(orphelines: readonly Orpheline[], brouillons: readonly Brouillon[]): Map<Brouillon, string> {
  const retenus = new Map<Brouillon, string>();
  const connus = new Map<string, readonly Brouillon[]>();
  for (const orpheline of orphelines) {
    const cle = `${orpheline.feuille.nom}/${orpheline.nom ?? ""}`;
    const candidats = connus.get(cle) ?? candidatsDe(orpheline, brouillons);
    connus.set(cle, candidats);
    for (const brouillon of [...candidats, ...orpheline.voisins]) if (!retenus.has(brouillon)) retenus.set(brouillon, orpheline.ou);
  }
  return retenus;
}

function candidatsDe({ feuille, nom }: Orpheline, brouillons: readonly Brouillon[]): readonly Brouillon[] {
  const tous = brouillons.filter(({ forme }) => forme === feuille.forme);
  const sansLigne = tous.filter(({ lignes }) => !lignes.some(({ grille }) => grille.feuille === feuille));
  const isListe = feuille.colonnes.every(({ liste, isReference }) => isReference || liste !== undefined);
  const premiers = isListe ? [] : prochesDe(nom, sansLigne);
  const proches = premiers.length > 0 ? premiers : prochesDe(nom, tous);
  return proches.length > 0 ? proches : sansLigne;
}

function prochesDe(nom: string | undefined, brouillons: readonly Brouillon[]): Brouillon[] {
  if (nom === undefined) return [];
  const noms = new Set(
    near(
      nom,
      brouillons.map(({ identifiant }) => identifiant),
    ),
  );
  return brouillons.filter(({ identifiant }) => noms.has(identifiant));
}
