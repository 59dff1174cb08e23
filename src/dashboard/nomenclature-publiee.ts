import { createHash } from "node:crypto";
import { type Decoupage, indicateursPour } from "./indicators.ts";
import { type DimensionId, dimension, ENSEMBLE } from "./nomenclature.ts";

/** The tables of a publication, each with its dimensions and what they part by; `undefined` where the dossier says it (domains). */
export interface TableAttendue {
  id: string;
  dimensions: { id: DimensionId; codes: ReadonlySet<string> | undefined }[];
}

export function tablesAttendues(selon: Decoupage | undefined): TableAttendue[] {
  return indicateursPour(selon).map(({ id, dimensions }) => ({
    id,
    dimensions: dimensions.map((une) => ({ id: une, codes: une === "domaine" ? undefined : codesDe(une) })),
  }));
}

/** Two publications are compared cell by cell: those that do not part by the same categories cannot be. */
export function empreinteDeLaNomenclature(selon: Decoupage | undefined): string {
  const tables = tablesAttendues(selon).map(({ id, dimensions }) => [id, dimensions.map((une) => [une.id, ...(une.codes ?? [])])]);
  return createHash("sha256").update(JSON.stringify(tables)).digest("hex");
}

function codesDe(id: DimensionId): ReadonlySet<string> {
  return new Set([...dimension(id, []).categories.map(({ code }) => code), ENSEMBLE]);
}
