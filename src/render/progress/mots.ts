import type { Day } from "../../dates.ts";
import type { Acteur } from "../../progress/acteurs.ts";
import type { EtatFiche } from "../../progress/fiches.ts";
import type { Etat } from "../../progress/phases.ts";

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

export const libellesFiche: Readonly<Record<EtatFiche, string>> = {
  acceptee: "acceptée",
  rejet_implicite: "rejet implicite",
  en_instruction: "en instruction",
  refusee: "refusée",
  a_envoyer: "à envoyer",
};

/** An actor as a person writes it. */
export function nomActeur(acteur: Acteur): string {
  return acteur === "opco" || acteur === "dgefp" ? acteur.toUpperCase() : acteur;
}

/** « 06/09/2024 »; an unknown day leaves its place empty. */
export function jourCourt(day: Day | undefined): string {
  return day === undefined ? "" : day.split("-").toReversed().join("/");
}
