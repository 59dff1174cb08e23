import { UserError } from "../errors.ts";
import type { Day } from "../words/dates.ts";
import type { ModelePhase } from "./deroulement.ts";
import type { Fait, Vue } from "./fait.ts";
import { type Deroulement, type Dispositif, dispositifs, parDefaut } from "./modele.ts";
import { premierConnu, vueAu } from "./vue.ts";

/** The fact that begins a phase, if it is known by the day of the view; for one that begins with its étapes, the earliest done. */
export function debutDe({ id, debut }: ModelePhase, { etapes }: Deroulement, vue: Vue): Fait | undefined {
  if (debut !== undefined) return premierConnu(vue, debut);
  const faits = etapes.filter(({ phase }) => phase === id).flatMap(({ faite }) => premierConnu(vue, faite) ?? []);
  return faits.toSorted(({ le: a = "" }, { le: b = "" }) => (a < b ? -1 : a > b ? 1 : 0))[0];
}

/** Whether a phase has begun. A day agreed in advance begins it when it comes, unless an interruption came before. */
export function isCommencee(debut: Fait | undefined, date: Day, interruption: Fait | undefined): boolean {
  if (debut === undefined) return false;
  const { le, isPrevu } = debut;
  if (le === undefined) return true;
  return le <= date && !(isPrevu && interruption?.le !== undefined && interruption.le < le);
}

/** The furthest of some phases that has begun; the first one when none has. */
export function phaseCourante<P>(phases: readonly P[], estCommencee: (phase: P) => boolean): P | undefined {
  return phases.findLast(estCommencee) ?? phases[0];
}

/**
 * The dispositif of a parcours, which is that of all of them when it names none.
 * @throws UserError when this version of cpro has none of that name.
 */
export function dispositifDe({ dispositif: nom = parDefaut }: { dispositif?: string }): Dispositif {
  const dispositif = dispositifs[nom];
  if (dispositif === undefined) throw new UserError(`Le dispositif « ${nom} » n'est pas connu de cette version de cpro.`);
  return dispositif;
}

/** Where a parcours stood on a day: what progress says of that day, and the dashboard of the day of its rupture. */
export function phaseAtteinte({ parcours: modele }: Pick<Dispositif, "parcours">, parcours: object, date: Day): string | undefined {
  const vue = vueAu(date, parcours, modele);
  const fait = modele.interruption === undefined ? undefined : vue(modele.interruption);
  return phaseCourante(modele.phases, (phase) => isCommencee(debutDe(phase, modele, vue), date, fait))?.id;
}
