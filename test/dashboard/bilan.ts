import type { Faits } from "../../src/dashboard/definition/columns/faits.ts";
import { definitionDuDispositif } from "../../src/dashboard/index.ts";
import { lectureDe } from "../../src/dashboard/rows/lecture.ts";
import type { Parcours } from "../../src/generated/parcours.ts";
import { modele } from "../modeles.ts";

/** The dispositif whose dashboard the tests make, and what it counts. */
export const dispositif = modele.dispositif;
export const definition = definitionDuDispositif(dispositif);

/** What a column of a row says of a parcours. */
export function valeurDe(nom: string, parcours: Parcours, reste: Partial<Faits> = {}): string | number | boolean | null | undefined {
  const entree = parcours.contrat?.conclu_le ?? "";
  const faits = { parcours, rang: 0, domaines: new Map(), couts: undefined, entree, ...lectureDe(dispositif, parcours), ...reste };
  return definition.colonnes[nom]?.valeur(faits);
}
