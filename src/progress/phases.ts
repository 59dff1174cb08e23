import { isRemplie } from "../dispositif/conditions.ts";
import type { ModelePhase } from "../dispositif/deroulement.ts";
import type { Fait, Vue } from "../dispositif/fait.ts";
import type { Deroulement } from "../dispositif/modele.ts";
import { debutDe, isCommencee } from "../dispositif/phases.ts";
import { premierConnu } from "../dispositif/vue.ts";
import type { Day } from "../words/dates.ts";
import type { Etape } from "./etape.ts";

export const etats = ["a_venir", "en_cours", "en_retard", "interrompue", "terminee", "sans_objet"] as const;
export type Etat = (typeof etats)[number];

/** A phase on a day. */
export interface Phase {
  id: string;
  libelle: string;
  etat: Etat;
  /** The day it began or, agreed in advance, is to begin. */
  debut?: Day;
  /** The day it ended, was interrupted or, agreed in advance, is to end. */
  fin?: Day;
  isCommencee: boolean;
}

interface Contexte {
  vue: Vue;
  date: Day;
  modele: Deroulement;
  etapes: readonly Etape[];
  interruption: Fait | undefined;
}

export function phaseAu(modele: ModelePhase, contexte: Contexte): Phase {
  const { date, interruption } = contexte;
  const siennes = contexte.etapes.filter(({ phase }) => phase === modele.id);
  const { debut, fin } = modele.debut === undefined ? bornesDesEtapes(siennes) : bornesDites(modele, contexte);
  const commencee = isCommencee(debut, date, interruption);
  const etat = etatDe(modele, siennes, { ...contexte, debut, fin, isCommencee: commencee });
  const finie = etat === "interrompue" ? interruption?.le : fin?.le;
  return {
    id: modele.id,
    libelle: modele.libelle,
    etat,
    ...(debut?.le === undefined ? {} : { debut: debut.le }),
    ...(finie === undefined || (etat === "interrompue" && !commencee) ? {} : { fin: finie }),
    isCommencee: commencee,
  };
}

interface Bornes {
  debut: Fait | undefined;
  fin: Fait | undefined;
}

function bornesDites(phase: ModelePhase, { vue, modele, etapes }: Contexte): Bornes {
  return { debut: debutDe(phase, modele, vue), fin: premierConnu(vue, phase.fin ?? []) ?? finParEtape(phase, etapes) };
}

/** Begun with its first étape; ended with the last, when all those that ever had an object are done. */
function bornesDesEtapes(siennes: readonly Etape[]): Bornes {
  const faites = siennes.filter(({ etat }) => etat === "faite");
  const jours = faites.flatMap(({ faiteLe }) => faiteLe ?? []).toSorted();
  const fait = (le: Day | undefined): Fait => ({ valeur: true, isPrevu: false, ...(le === undefined ? {} : { le }) });
  const isFinie = faites.length > 0 && siennes.every(({ etat, isEtrangere }) => etat === "faite" || isEtrangere);
  return { debut: faites.length === 0 ? undefined : fait(jours[0]), fin: isFinie ? fait(jours.at(-1)) : undefined };
}

/** What has ended stays ended; an interruption stops all the rest, save what began after it; a late step makes its phase late. */
function etatDe(
  { debut: dit, sans_objet = [] }: ModelePhase,
  siennes: readonly Etape[],
  { vue, date, interruption, debut, fin, isCommencee }: Contexte & Bornes & { isCommencee: boolean },
): Etat {
  if (fin !== undefined && isAtteinte(fin, date, interruption)) return "terminee";
  if (sans_objet.some((condition) => isRemplie(vue, condition))) return "sans_objet";
  if (dit === undefined && siennes.every(({ isEtrangere }) => isEtrangere)) return "sans_objet";
  if (interruption !== undefined && !(isCommencee && isApres(debut, interruption))) return "interrompue";
  if (siennes.some(({ etat }) => etat === "en_retard")) return "en_retard";
  if (dit === undefined) return sansReste(siennes) ?? (isCommencee ? "en_cours" : "a_venir");
  return isCommencee ? "en_cours" : "a_venir";
}

/** A phase of étapes where nothing is left to do. */
function sansReste(siennes: readonly Etape[]): Etat | undefined {
  if (siennes.some(({ etat }) => etat === "a_venir")) return undefined;
  return siennes.some(({ etat }) => etat === "faite") ? "terminee" : "sans_objet";
}

/** An event ends a phase on its day; a day agreed in advance belongs to the phase, and counts only if no interruption came before. */
function isAtteinte({ le, isPrevu }: Fait, date: Day, interruption: Fait | undefined): boolean {
  if (!isPrevu || le === undefined) return true;
  return le < date && (interruption === undefined || (interruption.le !== undefined && interruption.le > le));
}

function isApres(debut: Fait | undefined, interruption: Fait): boolean {
  return debut?.le !== undefined && interruption.le !== undefined && debut.le > interruption.le;
}

function finParEtape({ fin_etape }: ModelePhase, etapes: readonly Etape[]): Fait | undefined {
  const etape = etapes.find(({ id, etat }) => id === fin_etape && etat === "faite");
  return etape === undefined ? undefined : { valeur: true, isPrevu: false, ...(etape.faiteLe === undefined ? {} : { le: etape.faiteLe }) };
}
