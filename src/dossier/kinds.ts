import type { Kind } from "../dispositif/forme.ts";

const kinds: Record<string, Kind> = { "cpro/fiche-projet/1": "fiche", "cpro/parcours/1": "parcours" };

/** What a structure does for itself, whatever the dispositif. */
export const FORMAT_DEMARCHE = "cpro/demarche/1";

/** The `format:` lines that this version of cpro reads. */
export const formats = [...Object.keys(kinds), FORMAT_DEMARCHE];

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
