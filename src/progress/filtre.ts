import type { Acteur } from "../dispositif/deroulement.ts";
import type { Day } from "../words/dates.ts";
import { type Etape, isEcheance } from "./etape.ts";
import { type ProgresParcours, prochaineEtape } from "./parcours.ts";
import type { Progres } from "./progres.ts";

/** What to keep of a result. */
export interface Filtre {
  /** Only what is late. */
  late?: boolean | undefined;
  /** Only what this one must do or has done. */
  who?: Acteur | undefined;
  /** Only what is late, or due by this day. */
  jusquau?: Day | undefined;
  /** Only these parcours, by identifiant, and their fiches. */
  parcours?: readonly string[] | undefined;
}

/** Keeps the steps asked for, and the parcours and fiches where one of them is still open. */
export function filtrer(progres: Progres, filtre: Filtre): Progres {
  const garde = filtre.parcours === undefined ? progres : limiter(progres, filtre.parcours);
  if (!filtre.late && filtre.who === undefined && filtre.jusquau === undefined) return garde;
  const isKept = critere(filtre);
  return {
    ...garde,
    parcours: garde.parcours.map((un) => restreindre(un, isKept)).filter(({ prochaine }) => prochaine !== undefined),
    fiches: garde.fiches
      .map((fiche) => ({ ...fiche, echeances: fiche.echeances.filter(isKept) }))
      .filter(({ echeances }) => echeances.some(isOuverte)),
    nationales: garde.nationales.filter(isKept),
  };
}

function critere({ late, who, jusquau }: Filtre): (etape: Etape) => boolean {
  return ({ etat, qui, echeance }) =>
    (!late || etat === "en_retard") &&
    (who === undefined || qui === who) &&
    (jusquau === undefined || etat === "en_retard" || (etat === "a_venir" && echeance !== undefined && echeance <= jusquau));
}

function limiter({ date, dispositifs, parcours, fiches }: Progres, identifiants: readonly string[]): Progres {
  const gardes = parcours.filter(({ identifiant }) => identifiants.includes(identifiant));
  const siennes = fiches.filter(({ identifiant }) => gardes.some(({ fiche }) => fiche === identifiant));
  return { date, dispositifs, parcours: gardes, fiches: siennes, nationales: [] };
}

/** A step without a due date is not asked of anyone before its turn. */
function restreindre({ prochaine, ...parcours }: ProgresParcours, isKept: (etape: Etape) => boolean): ProgresParcours {
  const etapes = parcours.etapes.filter(isKept);
  const sienne = prochaine !== undefined && isKept(prochaine) ? prochaine : prochaineEtape(etapes.filter(isEcheance));
  return { ...parcours, etapes, ...(sienne === undefined ? {} : { prochaine: sienne }) };
}

const isOuverte = ({ etat }: Etape): boolean => etat === "a_venir" || etat === "en_retard";
