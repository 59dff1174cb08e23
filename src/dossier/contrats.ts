import type { FaultyFile, ParcoursBase, ParcoursDocument } from "./entry.ts";

/** Whether a parcours is of a dispositif with a contract, whose parcours hold all that funding and its tables read. */
export function aUnContrat(document: ParcoursDocument<ParcoursBase>): document is ParcoursDocument {
  return document.modele.dispositif.cadre.contrat !== "aucun";
}

/** What a dossier holds of the dispositifs with a contract; their fiches with them. */
export function avecContrat<D extends { parcours: readonly ParcoursDocument<ParcoursBase>[]; faulty?: readonly FaultyFile[] }>(
  dossier: D,
): Omit<D, "parcours"> & { parcours: ParcoursDocument[] } {
  return { ...dossier, parcours: dossier.parcours.filter(aUnContrat) };
}
