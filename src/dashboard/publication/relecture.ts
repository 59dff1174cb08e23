import type { FigureChiffree } from "../count/synthese.ts";
import { cleDeCellule, cleDuCompte, clesDonnees } from "../definition/cles.ts";
import type { Definition } from "../definition/definition.ts";
import type { CellulePubliee } from "./publiee.ts";

/** What a publication or its record says: numbers, and null for what it does not show. */
interface Chiffres {
  tables: readonly { id: string; cellules: readonly CellulePubliee[] }[];
  figures: readonly { id: string; valeur: number | null }[];
}

/** A number that a publication shows, with the variable it is of. */
export interface Lu {
  cle: string;
  valeur: number;
  table: string;
  /** For a mean, the count it divides by. */
  sur?: string;
}

/** Every number of the tables and figures of a publication, as often as it shows. */
export function lecture({ indicateurs }: Definition, { tables, figures }: Chiffres, chiffrees: readonly FigureChiffree[]): Lu[] {
  const desTables = tables.flatMap(({ id, cellules }) => {
    const indicateur = indicateurs.find((un) => un.id === id);
    if (indicateur === undefined) throw new RangeError(`no indicator for the table ${id}`);
    return cellules.flatMap((cellule): Lu[] => {
      const { valeur, effectif } = cellule;
      const sur = cleDuCompte(indicateur, cellule);
      const moyenne = indicateur.grandeur.type === "moyenne" && { sur };
      return [
        ...(valeur === null ? [] : [{ cle: cleDeCellule(indicateur, cellule), valeur, table: id, ...moyenne }]),
        ...(effectif === undefined ? [] : [{ cle: sur, valeur: effectif, table: id }]),
      ];
    });
  });
  const desFigures = chiffrees.flatMap(({ id, cle, sur }) => {
    const valeur = figures.find((figure) => figure.id === id)?.valeur ?? null;
    return valeur === null ? [] : [{ cle, valeur, table: "Synthèse", ...(sur && { sur }) }];
  });
  return [...desTables, ...desFigures];
}

/**
 * The number that a publication shows for each variable, read back from what is about to be written or was written before: the
 * secrecy is proved on this, not on what was meant to be hidden. A mean gives the count behind it away, and that of nobody says that
 * there is nobody.
 */
export function relire(definition: Definition, chiffres: Chiffres, chiffrees: readonly FigureChiffree[]): Map<string, number> {
  const lus = lecture(definition, chiffres, chiffrees);
  const dePersonne = chiffres.tables.flatMap(({ id, cellules }) => {
    const indicateur = definition.indicateurs.find((un) => un.id === id);
    const vides = cellules.filter(({ valeur, secret }) => valeur === null && !secret);
    return indicateur === undefined
      ? []
      : vides.flatMap((cellule) => clesDonnees(indicateur, cellule).map((cle): [string, number] => [cle, 0]));
  });
  return new Map([
    ...dePersonne,
    ...lus.flatMap(({ sur, valeur }): [string, number][] => (sur === undefined ? [] : [[sur, valeur]])),
    ...lus.map(({ cle, valeur }): [string, number] => [cle, valeur]),
  ]);
}
