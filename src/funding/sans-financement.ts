import { read } from "../dispositif/chemin.ts";
import type { ParcoursBase, ParcoursDocument } from "../dossier/load.ts";
import { type Cents, toCents } from "../words/money.ts";

/** A parcours of a dispositif that nobody pays by the parcours. */
export interface SansFinancement {
  identifiant: string;
  dispositif: string;
  libelle: string;
  /** What stays with the structure, where its file says so. */
  coutStructure?: Cents;
}

/** The parcours of a dossier whose dispositif has no base of financing: they are listed, never an error. */
export function sansFinancement(parcours: readonly ParcoursDocument<ParcoursBase>[]): SansFinancement[] {
  return parcours.flatMap(({ data, modele: { dispositif } }) => {
    const { financement, identifiant: nom, libelle } = dispositif;
    if (financement !== "aucun" && financement.bases.length > 0) return [];
    const cout = financement === "aucun" || financement.cout_structure === undefined ? undefined : read(data, financement.cout_structure);
    const coutStructure = typeof cout === "number" ? { coutStructure: toCents(cout) } : {};
    return [{ identifiant: data.identifiant, dispositif: nom, libelle, ...coutStructure }];
  });
}
