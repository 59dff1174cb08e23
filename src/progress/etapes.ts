import { nomActeur } from "../dispositif/acteurs.ts";
import { isRemplie } from "../dispositif/conditions.ts";
import type { ModeleEtape } from "../dispositif/deroulement.ts";
import { isConnuAu, referenceDe, valeurAu } from "../dispositif/droit.ts";
import type { Dispositif } from "../dispositif/modele.ts";
import { joursConnus, premierConnu } from "../dispositif/vue.ts";
import { type Day, daysBetween } from "../words/dates.ts";
import { documentsAttendus } from "./documents.ts";
import { datee, derniereFois, type Terme, termeDe } from "./echeance.ts";
import type { Constat, Contexte, Etape } from "./etape.ts";
import { libelleEtape, resteDe } from "./libelle.ts";

export function etapeAu(modele: ModeleEtape, contexte: Contexte): Etape {
  const { id, phase, qui } = modele;
  const { vue, dispositif } = contexte;
  const terme = termeDe(modele, contexte);
  const { echeance } = terme;
  const constat = constater(modele, terme, contexte);
  const reste = resteDe(modele, constat, vue);
  return {
    id,
    ...(phase === undefined ? {} : { phase }),
    libelle: libelleEtape(modele, terme.isInconnu ? { ...constat, isDelaiInconnu: true } : constat, reste, contexte),
    qui,
    acteur: nomActeur(dispositif, qui),
    ...(echeance === undefined ? {} : datee(echeance)),
    etat: constat.etat,
    retardJours: constat.etat === "en_retard" && echeance !== undefined ? daysBetween(echeance, contexte.date) : 0,
    reference: sourceDe(modele, terme.loi, dispositif),
    ...(constat.le === undefined ? {} : { faiteLe: constat.le }),
    ...documentsAttendus(modele.documents, constat.etat, dispositif, vue),
    ...(reste.length === 0 ? {} : { reste }),
    ...(constat.isEtrangere ? { isEtrangere: true } : {}),
  };
}

/** First whom the step concerns; then what is done stays done, by silence too; then what has lost its object; then the day decides. */
function constater(modele: ModeleEtape, { depart, echeance }: Terme, contexte: Contexte): Constat {
  const { vue, date, isForclos = false, isClos = false } = contexte;
  const isOneOf = (conditions: ModeleEtape["cesse"] = []): boolean => conditions.some((condition) => isRemplie(vue, condition));
  if (isOneOf(modele.sans_objet)) return { etat: "sans_objet", isEtrangere: true };
  const fait = modele.recurrente === undefined ? faitDe(modele, depart, contexte) : serieFinie(modele, echeance, contexte);
  if (fait !== undefined) return fait;
  if (isInterrompue(modele, echeance, contexte)) return { etat: "sans_objet" };
  // On the due date itself there is still time.
  const isPassee = echeance !== undefined && date > echeance;
  if (isPassee && modele.faite_au_terme) return { etat: "faite", le: echeance, terme: true };
  if (isForclos || isOneOf(modele.cesse)) return { etat: "sans_objet" };
  if (isPassee && isClos) return { etat: "sans_objet" };
  return { etat: isPassee ? "en_retard" : "a_venir" };
}

function faitDe(modele: ModeleEtape, depart: Day | undefined, contexte: Contexte): Constat | undefined {
  const fait = premierConnu(contexte.vue, modele.faite) ?? faitDepuis(modele, depart, contexte);
  return fait === undefined ? undefined : { etat: "faite", le: fait.le };
}

/** A step that comes back is done when the next time would come after the last day of the series; without one time, it had no object. */
function serieFinie({ faite, recurrente }: ModeleEtape, echeance: Day | undefined, { vue }: Contexte): Constat | undefined {
  const fin = recurrente === undefined ? undefined : vue(recurrente.jusqua)?.le;
  if (fin === undefined || echeance === undefined || echeance <= fin) return undefined;
  const le = derniereFois(faite, vue);
  return le === undefined ? { etat: "sans_objet" } : { etat: "faite", le };
}

function faitDepuis({ faite_depuis = [] }: ModeleEtape, depart: Day | undefined, { vue }: Contexte): { le: Day } | undefined {
  if (depart === undefined) return undefined;
  const jours = faite_depuis.flatMap((un) => joursConnus(vue, un)).filter((jour) => jour >= depart);
  const [le] = jours.sort();
  return le === undefined ? undefined : { le };
}

/** An interruption leaves only what has a due date, save what it came in time to spare. */
function isInterrompue({ cesse_si_interrompu }: ModeleEtape, echeance: Day | undefined, { interruption }: Contexte): boolean {
  if (interruption === undefined) return false;
  if (echeance === undefined) return true;
  return cesse_si_interrompu === true && (interruption.le === undefined || interruption.le <= echeance);
}

function sourceDe({ reference: id, delai }: ModeleEtape, loi: Day, dispositif: Dispositif): string {
  if (id !== undefined) return referenceDe(dispositif, id).titre;
  return delai === undefined || !isConnuAu(dispositif, delai, loi)
    ? ""
    : referenceDe(dispositif, valeurAu(dispositif, delai, loi).reference).titre;
}
