import type { ParcoursBase, ParcoursDocument } from "../dossier/load.ts";
import { UserError } from "../errors.ts";
import { list } from "../words/french.ts";

/**
 * The parcours with the identifiants asked for, or all of them when none is.
 * @throws UserError when one is not in the dossier.
 */
export function pick<P extends ParcoursBase>(
  parcours: readonly ParcoursDocument<P>[],
  identifiants: readonly string[] = [],
): readonly ParcoursDocument<P>[] {
  const unknown = identifiants.filter((id) => !parcours.some(({ data }) => data.identifiant === id));
  if (unknown.length > 0) throw new UserError(`Aucun fichier utilisable ne porte le parcours ${list(unknown.map((id) => `« ${id} »`))}.`);
  return identifiants.length === 0 ? parcours : parcours.filter(({ data }) => identifiants.includes(data.identifiant));
}
