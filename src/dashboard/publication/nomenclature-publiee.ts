import { createHash } from "node:crypto";
import type { Decoupage } from "../../dispositif/bilan.ts";
import { ENSEMBLE, NON_CONNU } from "../definition/categorie.ts";
import type { Definition } from "../definition/definition.ts";
import { dimension } from "../definition/nomenclature.ts";
import { dimensionReunie, type Regroupement } from "../regroupement/index.ts";
import { indicateursPour } from "../regroupement/indicateurs.ts";

/** The tables of a publication, each with its dimensions and what they part by; `undefined` where the dossier says it (domains). */
export interface TableAttendue {
  id: string;
  dimensions: { id: string; codes: ReadonlySet<string> | undefined }[];
}

export function tablesAttendues(definition: Definition, selon: Decoupage | undefined, regroupement?: Regroupement): TableAttendue[] {
  return indicateursPour(definition, selon, regroupement).map(({ id, dimensions }) => ({
    id,
    dimensions: dimensions.map((une) => ({ id: une, codes: une === "domaine" ? undefined : codesDe(definition, une, regroupement) })),
  }));
}

/** Two publications are compared cell by cell: those that do not part by the same categories cannot be. */
export function empreinteDeLaNomenclature(definition: Definition, selon: Decoupage | undefined): string {
  const tables = tablesAttendues(definition, selon).map(({ id, dimensions }) => [
    id,
    dimensions.map((une) => [une.id, ...(une.codes ?? [])]),
  ]);
  return createHash("sha256").update(JSON.stringify(tables)).digest("hex");
}

/** Any dimension may have what is not known, when a lot leaves out what a dossier always says. */
function codesDe(definition: Definition, id: string, regroupement?: Regroupement): ReadonlySet<string> {
  return new Set([
    ...dimensionReunie(definition, dimension(definition, id, []), regroupement).categories.map(({ code }) => code),
    NON_CONNU,
    ENSEMBLE,
  ]);
}
