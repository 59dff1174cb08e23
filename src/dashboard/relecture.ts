import { cleDeCellule } from "./cles.ts";
import { indicateurs } from "./indicators.ts";
import type { CellulePubliee } from "./publication.ts";
import type { FigureChiffree } from "./synthese.ts";

/** What a publication or its record says: numbers, and null for what it does not show. */
interface Chiffres {
  tables: readonly { id: string; cellules: readonly CellulePubliee[] }[];
  figures: readonly { id: string; valeur: number | null }[];
}

/**
 * The number that a publication shows for each variable, read back from what is about to be written or was written before: the
 * secrecy is proved on this, not on what was meant to be hidden. A mean of nobody shows nothing and hides nothing.
 */
export function relire({ tables, figures }: Chiffres, chiffrees: readonly FigureChiffree[]): Map<string, number> {
  const montres = new Map<string, number>();
  for (const { id, cellules } of tables) {
    const indicateur = indicateurs.find((un) => un.id === id);
    if (indicateur === undefined) throw new RangeError(`no indicator for the table ${id}`);
    for (const cellule of cellules) if (cellule.valeur !== null) montres.set(cleDeCellule(indicateur, cellule), cellule.valeur);
  }
  for (const { id, cle } of chiffrees) {
    const valeur = figures.find((figure) => figure.id === id)?.valeur ?? null;
    if (valeur !== null) montres.set(cle, valeur);
  }
  return montres;
}
