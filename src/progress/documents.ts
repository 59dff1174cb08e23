import type { ModeleDocument } from "../dispositif/modele.ts";
import type { Vue } from "../dispositif/vue.ts";
import { reference } from "../legal/index.ts";
import type { EtatEcheance } from "./etape.ts";

/** The papers that an open step still expects, as they are printed; none for a step without papers, or that is done. */
export function documentsAttendus(
  documents: readonly ModeleDocument[] = [],
  etat: EtatEcheance,
  vue: Vue = () => undefined,
): { documents?: string[] } {
  if (etat !== "a_venir" && etat !== "en_retard") return {};
  const attendus = documents.filter(({ recu }) => recu === undefined || vue(recu)?.valeur !== true);
  return attendus.length === 0 ? {} : { documents: attendus.map(({ libelle, reference: id }) => `${libelle} (${reference(id).titre})`) };
}
