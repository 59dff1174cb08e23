import type { FaultyFile, FicheDocument, ParcoursBase, ParcoursDocument } from "./entry.ts";

/** Whether a parcours is of a dispositif with a contract, whose parcours hold all that funding and its tables read. */
export function aUnContrat(document: ParcoursDocument<ParcoursBase>): document is ParcoursDocument {
  return document.modele.dispositif.cadre.contrat !== "aucun";
}

/** What a dossier holds of the dispositifs with a contract; their fiches with them. */
export function avecContrat<
  D extends { fiches: FicheDocument[]; parcours: readonly ParcoursDocument<ParcoursBase>[]; faulty?: readonly FaultyFile[] },
>(dossier: D): Omit<D, "parcours"> & { parcours: ParcoursDocument[] } {
  return { ...dossier, fiches: dossier.fiches.filter(estDeContrat), parcours: dossier.parcours.filter(aUnContrat) };
}

/** Whether a fiche is one of a dispositif with a contract. */
function estDeContrat({ modele }: FicheDocument): boolean {
  return modele.dispositif.cadre.contrat !== "aucun";
}
