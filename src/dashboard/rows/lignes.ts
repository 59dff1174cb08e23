import type { Dispositif } from "../../dispositif/modele.ts";
import type { FicheDocument, ParcoursDocument } from "../../dossier/load.ts";
import type { Couts } from "../definition/columns/faits.ts";
import { definitionDuDispositif } from "../definition/definition.ts";
import { domainesDesFiches } from "../definition/domaines.ts";
import type { Ligne, Valeur } from "../definition/ligne.ts";
import { lectureDe } from "./lecture.ts";

/** What rows are made from: parcours of one dispositif, the fiches that name their domains, and what was found of each file. */
export interface SourceDeLignes {
  parcours: readonly ParcoursDocument[];
  fiches: readonly FicheDocument[];
  ineligibles: ReadonlyMap<string, readonly string[]>;
  couts: ReadonlyMap<string, Couts>;
}

/**
 * The rows of the dashboard of a dispositif, one a parcours that has entered it, in the order of the documents. A parcours is eligible
 * when its costs are given and no rule says otherwise; its domain is known when it is one of its fiche's, for any other words could be
 * somebody's name.
 */
export function lignes(dispositif: Dispositif, { parcours, fiches, ineligibles, couts }: SourceDeLignes): Ligne[] {
  const { entree: nomDeLEntree, colonnes } = definitionDuDispositif(dispositif);
  const domaines = domainesDesFiches(fiches);
  const valeurs = Object.entries(colonnes).map(([nom, { valeur }]) => [nom, valeur] as const);
  const entreeDe = colonnes[nomDeLEntree]?.valeur;
  return parcours.flatMap(({ file, data }, rang) => {
    const lus = {
      parcours: data,
      rang,
      domaines,
      couts: ineligibles.has(file) ? undefined : couts.get(file),
      ...lectureDe(dispositif, data),
    };
    const entree = entreeDe?.({ ...lus, entree: "" });
    if (typeof entree !== "string") return [];
    const faits = { ...lus, entree };
    const ligne: Record<string, Valeur> = {};
    for (const [nom, valeur] of valeurs) ligne[nom] = valeur(faits);
    return [ligne];
  });
}
