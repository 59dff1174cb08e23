import type { ErrorObject } from "ajv";

/** Where the first fault of a document for programs stands: « tables[3].cellules[5].valeur », or « ce document » for the whole of it. */
export function endroitDe(errors: readonly ErrorObject[] | null | undefined): string {
  // A choice says last that nothing of it fits: what comes before is where it does not.
  const [premiere] = errors ?? [];
  if (premiere === undefined) return "ce document";
  const { missingProperty, additionalProperty } = premiere.params as { missingProperty?: string; additionalProperty?: string };
  const manque = missingProperty ?? additionalProperty;
  const pas = [...premiere.instancePath.split("/").slice(1), ...(manque === undefined ? [] : [manque])];
  const chemin = pas.map((un) => (/^\d+$/.test(un) ? `[${un}]` : `.${un.replaceAll("~1", "/").replaceAll("~0", "~")}`)).join("");
  return chemin === "" ? "ce document" : `« ${chemin.replace(/^\./, "")} »`;
}
