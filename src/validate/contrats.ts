import { separerParcours } from "../dossier/doubles.ts";
import { isConclu, type ParcoursConclu } from "../dossier/faits.ts";
import type { Dossier, ParcoursDocument } from "../dossier/load.ts";

/** A concluded contract and the file that holds it. */
export interface Contrat {
  document: ParcoursDocument;
  parcours: ParcoursConclu;
}

/** The concluded contracts, from all dossiers read together. A parcours that two files hold, which is a fault of its own, counts once. */
export function contratsConclus({ parcours, faulty }: Dossier): Contrat[] {
  return separerParcours(parcours, faulty).uniques.flatMap((document) =>
    isConclu(document.data) ? { document, parcours: document.data } : [],
  );
}

/**
 * The contracts that take a place under a ceiling, in the order in which they took it: by conclusion, then by identifiant.
 * A contract that the OPCO refused is not financed and takes none.
 */
export function contratsFinances(dossier: Dossier): Contrat[] {
  return contratsConclus(dossier)
    .filter(({ parcours }) => parcours.contrat.decision_opco?.sens !== "refuse")
    .sort((a, b) => byConclusion(a.parcours, b.parcours));
}

export function byConclusion(a: ParcoursConclu, b: ParcoursConclu): number {
  return compare(a.contrat.conclu_le, b.contrat.conclu_le) || compare(a.identifiant, b.identifiant);
}

/** The order of codes and ISO days, without the cost of a locale. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
