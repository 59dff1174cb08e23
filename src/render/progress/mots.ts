import type { Etape, EtatEcheance } from "../../progress/etape.ts";
import type { EtatFiche } from "../../progress/fiches.ts";
import type { ProgresParcours } from "../../progress/parcours.ts";
import type { Etat } from "../../progress/phases.ts";
import { type Day, formatDay } from "../../words/dates.ts";
import { list } from "../../words/french.ts";

/** The states of a parcours. */
export const libellesEtat: Readonly<Record<Etat, string>> = {
  a_venir: "à venir",
  en_cours: "en cours",
  en_retard: "en retard",
  interrompue: "interrompu",
  terminee: "terminé",
  sans_objet: "sans objet",
};

/** The same words for a phase. */
export const libellesPhase: Readonly<Record<Etat, string>> = { ...libellesEtat, interrompue: "interrompue", terminee: "terminée" };

/** The states of a due date. */
export const libellesEcheance: Readonly<Record<EtatEcheance, string>> = {
  faite: "fait",
  a_venir: "à faire",
  en_retard: "en retard",
  sans_objet: "sans objet",
};

export const libellesFiche: Readonly<Record<EtatFiche, string>> = {
  acceptee: "acceptée",
  rejet_implicite: "rejet implicite",
  en_instruction: "en instruction",
  refusee: "refusée",
  a_envoyer: "à envoyer",
};

/** « 06/09/2024 »; an unknown day leaves its place empty. */
export function jourCourt(day: Day | undefined): string {
  return day === undefined ? "" : day.split("-").toReversed().join("/");
}

/** « jour non ouvré, le suivant est le 9 septembre 2024 », for a due date still to be kept on which nobody works; else nothing. */
export function nonOuvre({ etat, jourOuvre }: Etape): string {
  if (jourOuvre === undefined || etat !== "a_venir") return "";
  return `jour non ouvré, le suivant est le ${formatDay(jourOuvre)}`;
}

/** The parcours that this one continues, or that continues it; what a jury has left to obtain. */
export function phrasesDeSuite({ poursuit, poursuiviPar, reste }: ProgresParcours): string[] {
  const motif = poursuit?.motif === undefined ? "" : ` (${poursuit.motif})`;
  return [
    ...(poursuit === undefined ? [] : [`Contrat renouvelé : poursuit le parcours ${poursuit.identifiant}${motif}.`]),
    ...(poursuiviPar === undefined ? [] : [`Contrat renouvelé : le parcours ${poursuiviPar} prend la suite.`]),
    ...(reste === undefined ? [] : [`Reste à obtenir : ${list(reste, "et")}.`]),
  ];
}
