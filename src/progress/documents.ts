import type { ModeleDocument } from "../dispositif/deroulement.ts";
import { referenceDe, type Textes } from "../dispositif/droit.ts";
import type { Vue } from "../dispositif/fait.ts";
import type { EtatEcheance } from "./etape.ts";

/** The papers that an open step still expects, as they are printed; none for a step without papers, or that is done. */
export function documentsAttendus(
  documents: readonly ModeleDocument[] = [],
  etat: EtatEcheance,
  textes: Textes,
  vue?: Vue,
): { documents?: string[] } {
  if (etat !== "a_venir" && etat !== "en_retard") return {};
  const attendus = documents.filter(({ recu }) => recu === undefined || vue?.(recu)?.valeur !== true);
  return attendus.length === 0
    ? {}
    : { documents: attendus.map(({ libelle, reference: id }) => `${libelle} (${referenceDe(textes, id).titre})`) };
}
