import { isDeepStrictEqual } from "node:util";
import type { Path } from "../dossier/place.ts";

/** A value that becomes another; `undefined` stands for what is not there. */
export interface Changement {
  chemin: Path;
  avant: unknown;
  apres: unknown;
}

/** What changes from one document to another, field by field, in the order of the second. */
export function changements(avant: unknown, apres: unknown, chemin: Path = []): Changement[] {
  if (isDeepStrictEqual(avant, apres)) return [];
  const [uns, autres] = [membres(avant ?? (membres(apres) && {})), membres(apres ?? (membres(avant) && {}))];
  if (uns === undefined || autres === undefined) return [{ chemin, avant, apres }];
  const cles = [...new Set([...autres.keys(), ...uns.keys()])];
  return cles.flatMap((cle) => changements(uns.get(cle), autres.get(cle), [...chemin, cle]));
}

/** Whether two documents say the same: a rubric that is empty, and one that is not there, do. */
export function memesDonnees(avant: unknown, apres: unknown): boolean {
  return changements(avant, apres).every(({ avant: un, apres: autre }) => estVide(un) && estVide(autre));
}

function estVide(valeur: unknown): boolean {
  return valeur === undefined || valeur === null || membres(valeur)?.size === 0;
}

/** The keys or the ranks of what holds others; what is not there holds none, so that each value under it is told. */
function membres(valeur: unknown): Map<string | number, unknown> | undefined {
  if (Array.isArray(valeur)) return new Map(valeur.map((element, rang) => [rang, element]));
  if (typeof valeur === "object" && valeur !== null) return new Map(Object.entries(valeur));
  return undefined;
}
