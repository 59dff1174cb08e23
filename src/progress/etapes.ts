import type { ModeleEtape } from "../dispositif/modele.ts";
import { isRemplie, joursConnus, premierConnu } from "../dispositif/vue.ts";
import { isKnownAt, type ParameterName, parameters, reference, valueAt } from "../legal/index.ts";
import { addDays, addMonths, type Day, daysBetween, lastDayOfMonth } from "../words/dates.ts";
import { jourOuvre } from "../words/jours-ouvres.ts";
import { documentsAttendus } from "./documents.ts";
import type { Constat, Contexte, Etape } from "./etape.ts";
import { libelleEtape, resteDe } from "./libelle.ts";

/**
 * A day plus a delay of the law, in its unit, once or several times; months clamp to the last day of a shorter month.
 * @throws UserError when the delay was not law on `droit`.
 */
export function ajouterDelai(jour: Day, delai: ParameterName, droit: Day, fois = 1): Day {
  const value = Number(valueAt(delai, droit).value) * fois;
  return parameters[delai].unit === "mois" ? addMonths(jour, value) : addDays(jour, value);
}

/** A due date, with the next working day when nobody works on it. */
export function datee(echeance: Day): { echeance: Day; jourOuvre?: Day } {
  const ouvre = jourOuvre(echeance);
  return ouvre === echeance ? { echeance } : { echeance, jourOuvre: ouvre };
}

export function etapeAu(modele: ModeleEtape, contexte: Contexte): Etape {
  const { id, phase, qui } = modele;
  const { vue } = contexte;
  const depart = premierConnu(vue, modele.depuis ?? [])?.le;
  const loi = modele.loi_du_depart ? (depart ?? contexte.date) : contexte.droit;
  const echeance = echeanceDe(modele, depart, loi);
  const constat = constater(modele, { depart, echeance }, contexte);
  const reste = resteDe(modele, constat, vue);
  return {
    id,
    ...(phase === undefined ? {} : { phase }),
    libelle: libelleEtape(modele, isDelaiInconnu(modele, depart, loi) ? { ...constat, isDelaiInconnu: true } : constat, reste, vue),
    qui,
    ...(echeance === undefined ? {} : datee(echeance)),
    etat: constat.etat,
    retardJours: constat.etat === "en_retard" && echeance !== undefined ? daysBetween(echeance, contexte.date) : 0,
    reference: sourceDe(modele, loi),
    ...(constat.le === undefined ? {} : { faiteLe: constat.le }),
    ...documentsAttendus(modele.documents, constat.etat, vue),
    ...(reste.length === 0 ? {} : { reste }),
    ...(constat.isEtrangere ? { isEtrangere: true } : {}),
  };
}

/** No due date is better than one of a law that was not yet in force. */
function echeanceDe(modele: ModeleEtape, depart: Day | undefined, loi: Day): Day | undefined {
  const { delai, fin_de_mois } = modele;
  if (depart === undefined || isDelaiInconnu(modele, depart, loi)) return undefined;
  const jour = delai === undefined ? depart : ajouterDelai(depart, delai, loi);
  return fin_de_mois ? lastDayOfMonth(jour) : jour;
}

/** The delay runs from a day whose law is not known here. */
function isDelaiInconnu({ delai, loi_du_depart }: ModeleEtape, depart: Day | undefined, loi: Day): boolean {
  return depart !== undefined && delai !== undefined && loi_du_depart === true && !isKnownAt(delai, loi);
}

/** First whom the step concerns; then what is done stays done, by silence too; then what has lost its object; then the day decides. */
function constater(
  modele: ModeleEtape,
  { depart, echeance }: { depart: Day | undefined; echeance: Day | undefined },
  contexte: Contexte,
): Constat {
  const { vue, date, isForclos = false, isClos = false } = contexte;
  const isOneOf = (conditions: ModeleEtape["cesse"] = []): boolean => conditions.some((condition) => isRemplie(vue, condition));
  if (isOneOf(modele.sans_objet)) return { etat: "sans_objet", isEtrangere: true };
  const fait = premierConnu(vue, modele.faite) ?? faitDepuis(modele, depart, contexte);
  if (fait !== undefined) return { etat: "faite", le: fait.le };
  if (isInterrompue(modele, echeance, contexte)) return { etat: "sans_objet" };
  // On the due date itself there is still time.
  const isPassee = echeance !== undefined && date > echeance;
  if (isPassee && modele.faite_au_terme) return { etat: "faite", le: echeance, terme: true };
  if (isForclos || isOneOf(modele.cesse)) return { etat: "sans_objet" };
  if (isPassee && isClos) return { etat: "sans_objet" };
  return { etat: isPassee ? "en_retard" : "a_venir" };
}

function faitDepuis({ faite_depuis = [] }: ModeleEtape, depart: Day | undefined, { vue, date }: Contexte): { le: Day } | undefined {
  if (depart === undefined) return undefined;
  const jours = faite_depuis.flatMap((un) => joursConnus(vue, date, un)).filter((jour) => jour >= depart);
  const [le] = jours.sort();
  return le === undefined ? undefined : { le };
}

/** An interruption leaves only what has a due date, save what it came in time to spare. */
function isInterrompue({ cesse_si_interrompu }: ModeleEtape, echeance: Day | undefined, { interruption }: Contexte): boolean {
  if (interruption === undefined) return false;
  if (echeance === undefined) return true;
  return cesse_si_interrompu === true && (interruption.le === undefined || interruption.le <= echeance);
}

function sourceDe({ reference: id, delai }: ModeleEtape, loi: Day): string {
  if (id !== undefined) return reference(id).titre;
  return delai === undefined || !isKnownAt(delai, loi) ? "" : reference(valueAt(delai, loi).reference).titre;
}
