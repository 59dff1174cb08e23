import type { ModelePhase } from "../dispositif/modele.ts";
import { debutDe, isCommencee } from "../dispositif/phases.ts";
import { type Fait, isRemplie, premierConnu, type Vue } from "../dispositif/vue.ts";
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
  etapes: readonly Etape[];
  interruption: Fait | undefined;
}

export function phaseAu(modele: ModelePhase, contexte: Contexte): Phase {
  const { vue, date, interruption } = contexte;
  const debut = debutDe(modele, vue);
  const fin = premierConnu(vue, modele.fin) ?? finParEtape(modele, contexte.etapes);
  const commencee = isCommencee(modele, vue, date, interruption);
  const etat = etatDe(modele, { ...contexte, debut, fin, isCommencee: commencee });
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
  isCommencee: boolean;
}

/** What has ended stays ended; an interruption stops all the rest, save what began after it; a late step makes its phase late. */
function etatDe(
  { id, sans_objet = [] }: ModelePhase,
  { vue, date, etapes, interruption, debut, fin, isCommencee }: Contexte & Bornes,
): Etat {
  if (fin !== undefined && isAtteinte(fin, date, interruption)) return "terminee";
  if (sans_objet.some((condition) => isRemplie(vue, condition))) return "sans_objet";
  if (interruption !== undefined && !(isCommencee && isApres(debut, interruption))) return "interrompue";
  if (etapes.some(({ phase, etat }) => phase === id && etat === "en_retard")) return "en_retard";
  return isCommencee ? "en_cours" : "a_venir";
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
