import { isDeepStrictEqual } from "node:util";
import { UserError } from "../../errors.ts";
import { formatNumber } from "../../words/french.ts";
import type { CelluleLue, Illisible } from "./lue.ts";
import { adresse, type Position, positionDe } from "./position.ts";

const MOST_MERGED = 20_000;

/** Cells merged into one, which show the value of the first. */
export interface Fusion {
  de: Position;
  a: Position;
}

/** A range of merged cells; undefined when it is not written as one. */
export function lireFusion(plage: string): Fusion | undefined {
  const coins = plage.trim().split(":");
  const [un, deux] = [positionDe(coins[0] ?? ""), positionDe(coins.at(-1) ?? "")];
  if (un === undefined || deux === undefined || coins.length > 2) return undefined;
  const [lignes, colonnes] = [
    [un.ligne, deux.ligne],
    [un.colonne, deux.colonne],
  ];
  return {
    de: { ligne: Math.min(...lignes), colonne: Math.min(...colonnes) },
    a: { ligne: Math.max(...lignes), colonne: Math.max(...colonnes) },
  };
}

/**
 * How many cells some ranges merge, told before any is made: a few words of XML could ask for billions.
 * @throws UserError past what anyone merges.
 */
export function compterFusion(avant: number, { de, a }: Fusion): number {
  const cellules = avant + (a.ligne - de.ligne + 1) * (a.colonne - de.colonne + 1);
  if (cellules <= MOST_MERGED) return cellules;
  throw new UserError(
    `Ce classeur a plus de ${formatNumber(MOST_MERGED)} cellules fusionnées : cpro ne le lit pas.`,
    "Défusionnez-les, puis recommencez.",
  );
}

/**
 * Gives each cell of a range the value of the first one, which it shows; what a program left under an empty one stays, to be told, and
 * nobody knows which of two values is meant.
 */
export function etendre({ de, a }: Fusion, ligneDe: (numero: number) => (CelluleLue | undefined)[]): void {
  const montree = ligneDe(de.ligne)[de.colonne]?.valeur;
  for (let ligne = de.ligne; ligne <= a.ligne; ligne += 1) {
    const cellules = ligneDe(ligne);
    for (let colonne = de.colonne; colonne <= a.colonne; colonne += 1) {
      const sienne = cellules[colonne]?.valeur;
      const valeur = montree ?? sienne;
      if (valeur === undefined) continue;
      const isCachee = sienne !== undefined && !isDeepStrictEqual(sienne, valeur);
      cellules[colonne] = { valeur: isCachee ? cachee(de) : valeur, fusion: adresse(de) };
    }
  }
}

function cachee(de: Position): Illisible {
  return {
    illisible: `Cette cellule est fusionnée avec d'autres (à partir de ${adresse(de)}), et cache une autre valeur que celle qu'elles montrent.`,
    conseil: "Défusionnez-la, gardez la valeur qui convient à cette ligne, puis enregistrez le classeur.",
  };
}
