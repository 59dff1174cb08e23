import type { ErrorObject } from "ajv";
import type { FaultyFile, ParcoursDocument } from "../../dossier/load.ts";

/** What the tables read of a parcours; its money apart, for a parcours with a fault is never in the funding tables. */
const utiles: ReadonlySet<string> = new Set([
  "format",
  "beneficiaire",
  "entreprise",
  "certification",
  "contrat",
  "modalites",
  "phases",
  "sortie",
]);

/** The parcours that the schema refuses, but for parts that no table but those of funding reads: they can be counted. */
export function comptables(faulty: readonly FaultyFile[]): ParcoursDocument[] {
  const documents: ParcoursDocument[] = [];
  for (const { file, bytes, shape } of faulty) {
    if (shape?.kind !== "parcours" || shape.modele === undefined || shape.errors.some(touche)) continue;
    // Its useful parts have been checked above: what is wrong is elsewhere.
    documents.push({ file, bytes, kind: "parcours", data: shape.data as ParcoursDocument["data"], modele: shape.modele });
  }
  return documents;
}

/** Whether a fault is in a part that tables read; a key that nobody knows harms nothing. */
function touche({ instancePath, keyword, params }: ErrorObject): boolean {
  if (keyword === "additionalProperties" || keyword === "unevaluatedProperties") return false;
  const [, racine = String(params.missingProperty ?? params.propertyName ?? "")] = instancePath.split("/");
  return racine === "" || utiles.has(racine);
}
