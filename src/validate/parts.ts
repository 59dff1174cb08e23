import type { Dispositif } from "../dispositif/modele.ts";
import { dispositifDe } from "../dispositif/phases.ts";
import { read } from "../dispositif/vue.ts";
import type { Dossier, FicheDocument, Parcours, ParcoursDocument } from "../dossier/load.ts";

/** What of a dossier is checked by the rules of one dispositif. */
export interface Part {
  dispositif: Dispositif;
  /** With its parcours alone, and every fiche: a fiche may be that of parcours of several dispositifs. */
  dossier: Dossier;
}

/** The dispositif whose rules check a document. */
export function dispositifOf(document: FicheDocument | ParcoursDocument): Dispositif {
  return dispositifDe(document.kind === "parcours" ? document.data : {});
}

/** The parts of a dossier, by dispositif; a dossier of one dispositif is its own part, as it stands. */
export function partsOf(dossier: Dossier): Part[] {
  const { fiches, parcours } = dossier;
  const met = new Set<Dispositif>();
  for (const document of fiches) met.add(dispositifOf(document));
  for (const document of parcours) met.add(dispositifOf(document));
  const dispositifs = [...met];
  if (dispositifs.length < 2) return dispositifs.map((dispositif) => ({ dispositif, dossier }));
  return dispositifs.map((dispositif) => ({
    dispositif,
    dossier: { ...dossier, parcours: parcours.filter((document) => dispositifOf(document) === dispositif) },
  }));
}

/** Whether a parcours has entered its dispositif; where no fact says so, it has as soon as it is written. */
export function estEntre({ parcours: { entree } }: Dispositif, data: Parcours): boolean {
  return entree === undefined || read(data, entree.chemin) !== undefined;
}
