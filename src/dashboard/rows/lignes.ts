import { isConclu } from "../../dossier/faits.ts";
import type { FicheDocument, ParcoursDocument } from "../../dossier/load.ts";
import type { Couts, Faits } from "../definition/columns/faits.ts";
import { colonnes, type Ligne, noms } from "../definition/columns/index.ts";
import { domainesDesFiches } from "../definition/domaines.ts";

/**
 * The rows of the dashboard, one a concluded parcours, in the order of the documents. A parcours is eligible when its costs are
 * given and no rule says otherwise; its domain is known when it is one of its fiche's, for any other words could be somebody's name.
 */
export function lignes(
  documents: readonly ParcoursDocument[],
  ineligibles: ReadonlyMap<string, readonly string[]>,
  couts: ReadonlyMap<string, Couts>,
  fiches: readonly FicheDocument[],
): Ligne[] {
  const domaines = domainesDesFiches(fiches);
  return documents.flatMap(({ file, data }, rang) =>
    isConclu(data) ? [ligneDe({ parcours: data, rang, domaines, couts: ineligibles.has(file) ? undefined : couts.get(file) })] : [],
  );
}

function ligneDe(faits: Faits): Ligne {
  return Object.fromEntries(noms.map((nom) => [nom, colonnes[nom].valeur(faits)])) as Ligne;
}
