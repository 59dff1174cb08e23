import type { Day } from "../dates.ts";
import { dateDuDroit, isConclu } from "../dossier/faits.ts";
import type { Parcours } from "../generated/parcours.ts";
import { firstValue } from "../legal.ts";
import { dispositifs, parDefaut } from "./dispositif.ts";
import { type Etape, etapeAu } from "./etapes.ts";
import { type Etat, type Phase, phaseAu } from "./phases.ts";
import { vueAu } from "./vue.ts";

/** Where a parcours stands on a day. */
export interface ProgresParcours {
  identifiant: string;
  fiche: string;
  /** The furthest phase begun; the first one when none is. */
  phase: string;
  phaseLibelle: string;
  etat: Etat;
  /** Share of the phases done, among those that have an object: from 0 to 1, two decimals. */
  avancement: number;
  phases: Phase[];
  /** Every step, with or without a due date, in the order of the model. */
  etapes: Etape[];
  /** What to do first: the step late for longest, else the first open one; nothing when all is done. */
  prochaine?: Etape;
}

export function progresParcours(parcours: Parcours, date: Day): ProgresParcours {
  const modele = dispositifs[parcours.dispositif ?? parDefaut].parcours;
  const vue = vueAu(date, parcours, modele);
  const interruption = modele.interruption === undefined ? undefined : vue(modele.interruption);
  const droit = isConclu(parcours) ? dateDuDroit(parcours) : firstValue("experimentation-debut");
  const isForclos = modele.entree !== undefined && vue(modele.entree.chemin) === undefined && date > firstValue(modele.entree.limite);
  const etapes = modele.etapes.map((etape) => etapeAu(etape, { vue, date, droit, interruption, isForclos }));
  const phases = modele.phases.map((phase) => phaseAu(phase, { vue, date, etapes, interruption }));
  const courante = phases.findLast(({ isCommencee }) => isCommencee) ?? phases[0];
  const prochaine = prochaineEtape(etapes);
  return {
    identifiant: parcours.identifiant,
    fiche: parcours.fiche,
    phase: courante?.id ?? "",
    phaseLibelle: courante?.libelle ?? "",
    etat: etatParcours(phases, etapes),
    avancement: avancement(phases),
    phases,
    etapes,
    ...(prochaine === undefined ? {} : { prochaine }),
  };
}

/** Ended when no phase is left; interrupted when one was cut short; late as soon as one step is. */
function etatParcours(phases: readonly Phase[], etapes: readonly Etape[]): Etat {
  const has = (etat: Etat): boolean => phases.some((phase) => phase.etat === etat);
  if (phases.every(({ etat }) => etat === "terminee" || etat === "sans_objet")) return "terminee";
  if (has("interrompue")) return "interrompue";
  if (etapes.some(({ etat }) => etat === "en_retard")) return "en_retard";
  return has("en_cours") || has("terminee") ? "en_cours" : "a_venir";
}

function avancement(phases: readonly Phase[]): number {
  const comptees = phases.filter(({ etat }) => etat !== "sans_objet");
  const terminees = comptees.filter(({ etat }) => etat === "terminee");
  return comptees.length === 0 ? 0 : Math.round((terminees.length / comptees.length) * 100) / 100;
}

/** The step late for longest, else the first one open. */
export function prochaineEtape(etapes: readonly Etape[]): Etape | undefined {
  const retards = etapes.filter(({ etat }) => etat === "en_retard").toSorted((a, b) => b.retardJours - a.retardJours);
  return retards[0] ?? etapes.find(({ etat }) => etat === "a_venir");
}
