import type { Parametre } from "../droit.ts";
import type { Dispositif } from "../modele.ts";
import type { SchemaNode } from "../schema-node.ts";
import { bilanFautif } from "./bilan.ts";
import { cheminsEgares, type SchemasDesFichiers } from "./chemins.ts";
import type { Faute } from "./faute.ts";
import { type Connus, nomsFautifs } from "./noms.ts";
import { parametresFautifs } from "./parametres.ts";
import { relever } from "./releves.ts";

/** What a dispositif may name besides itself. */
export interface Alentours extends Connus {
  parametres: Readonly<Record<string, Parametre>>;
}

/**
 * What is wrong in a dispositif whose file has its form: what it names and does not exist, paths that lead nowhere in its files.
 * @param schema that of dispositif.yaml, which says what each text names. @param schemas those of its files, self-contained; without
 * them, paths are left aside.
 */
export function verifierDispositif(
  dispositif: Dispositif,
  { schema, schemas, alentours }: { schema: SchemaNode; schemas?: SchemasDesFichiers; alentours: Alentours },
): Faute[] {
  const releves = relever(schema, dispositif);
  return [
    ...nomsFautifs(dispositif, releves, alentours),
    ...parametresFautifs(dispositif, releves, alentours.parametres),
    ...bilanFautif(dispositif.bilan, {
      phases: dispositif.parcours.phases.map(({ id }) => id),
      parametres: Object.keys(alentours.parametres),
    }),
    ...(schemas === undefined ? [] : cheminsEgares(dispositif, releves, schemas)),
  ];
}

export type { Faute } from "./faute.ts";
