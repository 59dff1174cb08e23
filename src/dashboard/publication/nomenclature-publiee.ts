import { createHash } from "node:crypto";
import { ENSEMBLE, NON_CONNU } from "../definition/categorie.ts";
import type { Decoupage } from "../definition/indicators.ts";
import { type DimensionId, dimension } from "../definition/nomenclature.ts";
import { dimensionReunie, type Regroupement } from "../regroupement/index.ts";
import { indicateursPour } from "../regroupement/indicateurs.ts";

/** The tables of a publication, each with its dimensions and what they part by; `undefined` where the dossier says it (domains). */
export interface TableAttendue {
  id: string;
  dimensions: { id: DimensionId; codes: ReadonlySet<string> | undefined }[];
}

export function tablesAttendues(selon: Decoupage | undefined, regroupement?: Regroupement): TableAttendue[] {
  return indicateursPour(selon, regroupement).map(({ id, dimensions }) => ({
    id,
    dimensions: dimensions.map((une) => ({ id: une, codes: une === "domaine" ? undefined : codesDe(une, regroupement) })),
  }));
}

/** Two publications are compared cell by cell: those that do not part by the same categories cannot be. */
export function empreinteDeLaNomenclature(selon: Decoupage | undefined): string {
  const tables = tablesAttendues(selon).map(({ id, dimensions }) => [id, dimensions.map((une) => [une.id, ...(une.codes ?? [])])]);
  return createHash("sha256").update(JSON.stringify(tables)).digest("hex");
}

/** Any dimension may have what is not known, when a lot leaves out what a dossier always says. */
function codesDe(id: DimensionId, regroupement?: Regroupement): ReadonlySet<string> {
  return new Set([...dimensionReunie(dimension(id, []), regroupement).categories.map(({ code }) => code), NON_CONNU, ENSEMBLE]);
}
