import type { ModeleEtape } from "../dispositif/deroulement.ts";
import { ajouterDelai, isConnuAu } from "../dispositif/droit.ts";
import type { Vue } from "../dispositif/fait.ts";
import { premierConnu } from "../dispositif/vue.ts";
import { addDays, type Day, lastDayOfMonth } from "../words/dates.ts";
import { jourOuvre } from "../words/jours-ouvres.ts";
import type { Contexte } from "./etape.ts";

/** When a step is due, and by what. */
export interface Terme {
  /** The day that the delay runs from. */
  depart?: Day | undefined;
  echeance?: Day | undefined;
  /** The day whose law gives the delay. */
  loi: Day;
  /** Its delay is that of an earlier law, which is not known here. */
  isInconnu: boolean;
}

export function termeDe(modele: ModeleEtape, contexte: Contexte): Terme {
  const { vue } = contexte;
  const depart = departDe(modele, vue);
  const loi = modele.loi_du_depart ? (depart ?? contexte.date) : contexte.droit;
  const isInconnu = depart !== undefined && modele.delai !== undefined && !isConnuAu(contexte.dispositif, modele.delai, loi);
  return { depart, loi, isInconnu, echeance: isInconnu ? undefined : echeanceDe(modele, depart, loi, contexte) };
}

/** A step that comes back is counted from the last time. */
function departDe({ depuis = [], recurrente, faite }: ModeleEtape, vue: Vue): Day | undefined {
  return (recurrente === undefined ? undefined : derniereFois(faite, vue)) ?? premierConnu(vue, depuis)?.le;
}

/** The last day that some paths lead to. */
export function derniereFois(chemins: readonly string[], vue: Vue): Day | undefined {
  return chemins
    .flatMap((chemin) => vue.tous(chemin).flatMap(({ le }) => le ?? []))
    .toSorted()
    .at(-1);
}

/** No due date is better than one of a law that was not yet in force. */
function echeanceDe(modele: ModeleEtape, depart: Day | undefined, droit: Day, { vue, dispositif }: Contexte): Day | undefined {
  const { avant, delai, fin_de_mois } = modele;
  const butoir = avant === undefined ? undefined : vue(avant)?.le;
  if (butoir !== undefined) return addDays(butoir, -1);
  if (depart === undefined) return undefined;
  const jour = delai === undefined ? depart : ajouterDelai(dispositif, depart, delai, { droit });
  return fin_de_mois ? lastDayOfMonth(jour) : jour;
}

/** A due date, with the next working day when nobody works on it. */
export function datee(echeance: Day): { echeance: Day; jourOuvre?: Day } {
  const ouvre = jourOuvre(echeance);
  return ouvre === echeance ? { echeance } : { echeance, jourOuvre: ouvre };
}
