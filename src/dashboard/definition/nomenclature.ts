import { type Categorie, type Dimension, nonConnu } from "./categorie.ts";
import type { Definition } from "./definition.ts";

/** A dimension with its categories; `domaines` are the professional domains the dossier names. */
export function dimension({ dimensions }: Pick<Definition, "dimensions">, id: string, domaines: readonly string[]): Dimension {
  if (id === "domaine") return { id, libelle: "Domaine professionnel", categories: [...domaines.map(domaine), nonConnu] };
  const definie = dimensions[id];
  if (definie === undefined) throw new RangeError(`no dimension ${id}`);
  return { id, ...definie };
}

/** A domain of digits alone (a code of the NSF) would pass for a number of the table. */
function domaine(code: string): Categorie {
  return { code, libelle: /\p{L}/u.test(code) ? code : `Domaine ${code}` };
}
