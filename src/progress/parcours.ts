import { jourNomme } from "../dispositif/droit.ts";
import type { Vue } from "../dispositif/fait.ts";
import type { Deroulement, Dispositif } from "../dispositif/modele.ts";
import { dispositifDe, phaseCourante } from "../dispositif/phases.ts";
import type { Day } from "../words/dates.ts";
import type { Etape } from "./etape.ts";
import { etapeAu } from "./etapes.ts";
import { type Etat, type Phase, phaseAu } from "./phases.ts";
import { type Liens, type Suivable, type Suivi, suivre } from "./suivi.ts";

/** Where a parcours stands on a day. */
export interface ProgresParcours {
  identifiant: string;
  /** Said of another dispositif than that of the files which name none. */
  dispositif?: string;
  fiche?: string;
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
  /** The parcours whose contract this one renews, and why. */
  poursuit?: { identifiant: string; motif?: string };
  /** The parcours whose contract renews this one. */
  poursuiviPar?: string;
  /** What is still to be obtained, e.g. the blocs that a jury has not validated. */
  reste?: string[];
}

interface Options {
  dispositif?: Dispositif;
  /** The parcours it continues and the one that continues it, if any. */
  liens?: Liens | undefined;
}

export function progresParcours(
  parcours: Suivable,
  date: Day,
  { dispositif = dispositifDe(parcours), liens }: Options = {},
): ProgresParcours {
  return progresDe(suivre(parcours, date, { dispositif, liens }));
}

/** The same of a parcours that has its view. */
export function progresDe({ parcours, dispositif, vue, droit }: Suivi): ProgresParcours {
  const { date } = vue;
  const modele = dispositif.parcours;
  const interruption = modele.interruption === undefined ? undefined : vue(modele.interruption);
  const situation = { isForclos: isForclos(dispositif, vue), isClos: isCloture(modele, vue) };
  const etapes = modele.etapes.map((etape) => etapeAu(etape, { dispositif, vue, date, droit, interruption, ...situation }));
  const phases = modele.phases.map((phase) => phaseAu(phase, { vue, date, modele, etapes, interruption }));
  const courante = phaseCourante(phases, ({ isCommencee }) => isCommencee);
  const prochaine = prochaineEtape(etapes);
  const reste = etapes.find((etape) => etape.reste !== undefined)?.reste;
  return {
    identifiant: parcours.identifiant,
    ...(dispositif.par_defaut ? {} : { dispositif: dispositif.identifiant }),
    ...(parcours.fiche === undefined ? {} : { fiche: parcours.fiche }),
    phase: courante?.id ?? "",
    phaseLibelle: courante?.libelle ?? "",
    etat: etatParcours(phases, etapes),
    avancement: avancement(phases),
    phases,
    etapes,
    ...(prochaine === undefined ? {} : { prochaine }),
    ...poursuites(modele, vue),
    ...(reste === undefined ? {} : { reste }),
  };
}

/** It has not entered, and the last day to enter is over. */
function isForclos(dispositif: Dispositif, vue: Vue): boolean {
  const { entree } = dispositif.parcours;
  return entree?.limite !== undefined && vue(entree.chemin) === undefined && vue.date > jourNomme(dispositif, entree.limite);
}

/** Interrupted, or its term behind it, and what closes it recorded. */
function isCloture({ cloture, interruption }: Deroulement, vue: Vue): boolean {
  if (cloture === undefined || vue(cloture.chemin) === undefined) return false;
  const terme = vue(cloture.terme)?.le;
  return (interruption !== undefined && vue(interruption) !== undefined) || (terme !== undefined && terme <= vue.date);
}

/** Known from the day when the second contract is concluded. */
function poursuites({ lien }: Deroulement, vue: Vue): Pick<ProgresParcours, "poursuit" | "poursuiviPar"> {
  const suite = vue("suite/identifiant")?.valeur;
  const identifiant = lien === undefined ? undefined : vue(lien.chemin)?.valeur;
  const motif = lien?.motif.libelles[String(vue(lien.motif.chemin)?.valeur)];
  return {
    ...(typeof identifiant === "string" ? { poursuit: { identifiant, ...(motif === undefined ? {} : { motif }) } } : {}),
    ...(typeof suite === "string" ? { poursuiviPar: suite } : {}),
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
