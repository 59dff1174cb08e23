import { departements, naf, regions } from "../generated/nomenclatures.ts";
import type { Champ, Choix } from "./champs.ts";

/** The long official lists, by name. */
export type Nomenclature = "naf" | "departements" | "regions";

const choixDe = (libelles: readonly (readonly [string, string])[]): readonly Choix[] =>
  libelles.map(([valeur, libelle]) => ({ valeur, libelle })).sort((a, b) => (a.valeur < b.valeur ? -1 : 1));

/** Codes with their names, by code. */
export const nomenclatures: Readonly<Record<Nomenclature, readonly Choix[]>> = {
  naf: choixDe(Object.entries(naf)),
  departements: choixDe(Object.entries(departements).map(([code, { nom }]) => [code, nom])),
  regions: choixDe(Object.entries(regions)),
};

/** The official list that a code is taken from; none for most fields, and none for codes whose list depends on another answer. */
export function nomenclatureDe({ chemin, schema }: Champ): Nomenclature | undefined {
  if (schema.definition === "departement") return "departements";
  return chemin.at(-1) === "naf" ? "naf" : undefined;
}
