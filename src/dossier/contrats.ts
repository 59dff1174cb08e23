import { estAnnuel } from "../dispositif/financement.ts";
import type { FaultyFile, FicheDocument, ParcoursBase, ParcoursDocument } from "./entry.ts";

/** Whether a parcours is of a dispositif whose contracts are paid year by year: it holds all that funding and its tables read. */
export function aUnContrat(document: ParcoursDocument<ParcoursBase>): document is ParcoursDocument {
  return estAnnuel(document.modele.dispositif);
}

/** What a dossier holds of the dispositifs whose contracts are paid year by year; their fiches with them. */
export function avecContrat<
  D extends { fiches: FicheDocument[]; parcours: readonly ParcoursDocument<ParcoursBase>[]; faulty?: readonly FaultyFile[] },
>(dossier: D): Omit<D, "parcours"> & { parcours: ParcoursDocument[] } {
  return { ...dossier, fiches: dossier.fiches.filter(estDeContrat), parcours: dossier.parcours.filter(aUnContrat) };
}

function estDeContrat({ modele }: FicheDocument): boolean {
  return estAnnuel(modele.dispositif);
}
