import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { readSource, type Source } from "../../dossier/source.ts";
import { UserError } from "../../errors.ts";
import type { Kind } from "../forme.ts";
import { DEFINITION } from "./trouver.ts";

/** The files of a dispositif, as they are written; only that of the parcours has to be there. */
export interface Textes {
  /** The name of its folder. */
  nom: string;
  definition: Source;
  schemas: Partial<Record<Kind, Source>>;
}

export function lireTextes(dossier: string): Textes {
  const schemas: Textes["schemas"] = {};
  for (const kind of ["parcours", "fiche"] as const) {
    const fichier = join(dossier, `${kind}.schema.json`);
    if (existsSync(fichier)) schemas[kind] = lire(fichier);
  }
  return { nom: basename(resolve(dossier)), definition: lire(join(dossier, DEFINITION)), schemas };
}

/** All the files of a dispositif, in an order that does not change. */
export function sourcesDe({ definition, schemas }: Textes): Source[] {
  return [definition, ...[schemas.parcours, schemas.fiche].filter((source) => source !== undefined)];
}

/** A file that cannot be opened is one more that has no text. */
function lire(file: string): Source {
  try {
    return readSource(file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    return {
      file,
      bytes: Buffer.alloc(0),
      refusal: { message: `Le fichier n'a pas pu être lu : ${error.message}`, advice: "Vérifiez vos droits sur ce fichier.", range },
    };
  }
}
