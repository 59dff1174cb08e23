import type { Parcours } from "../generated/parcours.ts";
import type { Day } from "../words/dates.ts";
import { type Dispositif, dispositifs, type ModelePhase, parDefaut } from "./modele.ts";
import { type Fait, premierConnu, type Vue, vueAu } from "./vue.ts";

/** The fact that begins a phase, if it is known by the day of the view. */
export function debutDe({ debut }: ModelePhase, vue: Vue): Fait | undefined {
  return premierConnu(vue, debut);
}

/** Whether a phase has begun. A day agreed in advance begins it when it comes, unless an interruption came before. */
export function isCommencee(modele: ModelePhase, vue: Vue, date: Day, interruption: Fait | undefined): boolean {
  const debut = debutDe(modele, vue);
  if (debut === undefined) return false;
  const { le, isPrevu } = debut;
  if (le === undefined) return true;
  return le <= date && !(isPrevu && interruption?.le !== undefined && interruption.le < le);
}

/** The furthest of some phases that has begun; the first one when none has. */
export function phaseCourante<P>(phases: readonly P[], estCommencee: (phase: P) => boolean): P | undefined {
  return phases.findLast(estCommencee) ?? phases[0];
}

/** The dispositif of a parcours, which is that of all of them when it names none. */
export function dispositifDe({ dispositif }: Pick<Parcours, "dispositif">): Dispositif {
  return dispositifs[dispositif ?? parDefaut];
}

/** Where a parcours stood on a day: what progress says of that day, and the dashboard of the day of its rupture. */
export function phaseAtteinte(parcours: Parcours, date: Day): string | undefined {
  const { phases, interruption, ...modele } = dispositifDe(parcours).parcours;
  const vue = vueAu(date, parcours, modele);
  const fait = interruption === undefined ? undefined : vue(interruption);
  return phaseCourante(phases, (phase) => isCommencee(phase, vue, date, fait))?.id;
}
