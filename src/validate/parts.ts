import type { Dispositif } from "../dispositif/modele.ts";
import { compteAvec } from "../dispositif/noms.ts";
import type { DemarcheDocument, Dossier, DossierMixte, FicheDocument, ParcoursBase, ParcoursDocument } from "../dossier/load.ts";

/** What of a dossier is checked by the rules of one dispositif. */
export interface Part {
  dispositif: Dispositif;
  /** With its parcours alone, and every fiche: a fiche may be that of parcours of several dispositifs. */
  dossier: Dossier;
  /** With the parcours that count with its own: those of the dispositif that it continues, or that continue it. */
  ensemble: Dossier;
}

/** The dispositif whose rules check a document. */
export function dispositifOf({ modele }: FicheDocument | ParcoursDocument<ParcoursBase> | DemarcheDocument): Dispositif {
  return modele.dispositif;
}

/** The parts of a dossier, by dispositif; a dossier of one dispositif is its own part, as it stands. */
export function partsOf(dossier: DossierMixte): Part[] {
  const { fiches, parcours, demarches } = dossier;
  const met = new Set<Dispositif>();
  for (const document of fiches) met.add(dispositifOf(document));
  for (const document of demarches) met.add(dispositifOf(document));
  for (const document of parcours) met.add(dispositifOf(document));
  const dispositifs = [...met];
  if (dispositifs.length < 2) return dispositifs.map((dispositif) => ({ dispositif, dossier: typed(dossier), ensemble: typed(dossier) }));
  return dispositifs.map((dispositif) => {
    const ensemble = parcours.filter((document) => compteAvec(dispositifOf(document)) === compteAvec(dispositif));
    const siens = ensemble.filter((document) => dispositifOf(document) === dispositif);
    return { dispositif, dossier: typed({ ...dossier, parcours: siens }), ensemble: typed({ ...dossier, parcours: ensemble }) };
  });
}

/** Of one dispositif: its schema has found in each parcours all that its rules read. */
function typed(dossier: DossierMixte): Dossier {
  return dossier as Dossier;
}
