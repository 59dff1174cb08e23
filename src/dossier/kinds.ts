import type { ErrorObject } from "ajv";
import type { FicheProjet } from "../generated/fiche.ts";
import type { Parcours } from "../generated/parcours.ts";
import { isFiche, isParcours } from "../generated/validators.js";

/** What a file is, by its `format:` line. */
export type Kind = "fiche" | "parcours";

export interface DataOf {
  fiche: FicheProjet;
  parcours: Parcours;
}

const kinds: Record<string, Kind> = { "cpro/fiche-projet/1": "fiche", "cpro/parcours/1": "parcours" };

/** The `format:` lines that this version of cpro reads. */
export const formats = Object.keys(kinds);

/** The `format:` line of a kind of file. */
export function formatDe(kind: Kind): string {
  return formats.find((format) => kinds[format] === kind) ?? "";
}

export function kindOf(data: unknown): Kind | undefined {
  const format = formatOf(data);
  return format === undefined ? undefined : kinds[format];
}

export function formatOf(data: unknown): string | undefined {
  const format = typeof data === "object" && data !== null && "format" in data ? data.format : undefined;
  return typeof format === "string" ? format : undefined;
}

/** What the schema reproaches, in its own words; nothing when the data has the shape of its kind. */
export function shapeErrors(kind: Kind, data: unknown): ErrorObject[] {
  const validator = kind === "fiche" ? isFiche : isParcours;
  if (validator(data)) return [];
  // "if" only says that a condition led to another error of the list.
  return (validator.errors ?? []).filter(({ keyword }) => keyword !== "if");
}
