import type { Precedent } from "../../dashboard/index.ts";
import { UserError } from "../../errors.ts";
import { list } from "../../french.ts";

/**
 * The chain of records is whole, or nothing is published: what a reader subtracts from a half-year is any earlier one, not the last only.
 * With the third half-year and the first, the second's hidden cells would come back.
 * @throws UserError when a record was made with earlier ones that are not given.
 */
export function exigerChaine(precedents: readonly Precedent[]): void {
  const donnes = new Set(precedents.map(({ sha256 }) => sha256));
  const manquants = new Map<string, string>();
  for (const { semestre, sources } of precedents) {
    for (const avant of sources.precedents) if (!donnes.has(avant.sha256)) manquants.set(avant.semestre, semestre);
  }
  if (manquants.size === 0) return;
  const noms = [...manquants.keys()].sort();
  const qui = list(
    [...new Set(manquants.values())].sort().map((semestre) => `du ${semestre}`),
    "et",
  );
  throw new UserError(
    `Il manque ${noms.length > 1 ? "les relevés" : "le relevé"} de diffusion ${list(
      noms.map((semestre) => `du ${semestre}`),
      "et",
    )}, que le relevé ${qui} cite : sans ${noms.length > 1 ? "eux" : "lui"}, ce qui y est masqué reviendrait par soustraction. Rien n'a été écrit.`,
    "Donnez à --previous tous les relevés publiés avant ce semestre, tels qu'ils ont été écrits : un relevé modifié n'est pas reconnu.",
  );
}
