import type { Etape } from "../../progress/etape.ts";
import type { ProgresFiche } from "../../progress/fiches.ts";
import { isEcheance } from "../../progress/index.ts";
import type { ProgresParcours } from "../../progress/parcours.ts";
import type { Progres } from "../../progress/progres.ts";

/**
 * The format cpro/progress/1; a day that is not known is null. Keys that say more about some items (`jour_ouvre`, `documents`,
 * `poursuit`, `poursuivi_par`, `reste`) are there only when they have something to say; `dispositif`, and all its `etapes`, for a parcours that names one.
 */
export function renderJson({ date, parcours, fiches, nationales, plafond }: Progres): string {
  const document = {
    format: "cpro/progress/1",
    date,
    parcours: parcours.map(parcoursToJson),
    fiches: fiches.map(ficheToJson),
    nationales: nationales.map(echeanceToJson),
    ...(plafond === undefined ? {} : { plafond_national: plafond }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function parcoursToJson(progres: ProgresParcours): Record<string, unknown> {
  const { identifiant, phase, etat, avancement, phases, prochaine, etapes, fiche, poursuit, poursuiviPar, reste, dispositif } = progres;
  return {
    identifiant,
    phase,
    etat,
    avancement,
    phases: phases.map(({ id, etat: un, debut = null, fin = null }) => ({ phase: id, etat: un, debut, fin })),
    prochaine_etape: prochaineToJson(prochaine),
    echeances: etapes.filter(isEcheance).map(echeanceToJson),
    fiche,
    ...known({ poursuit, poursuivi_par: poursuiviPar, reste }),
    ...(dispositif === undefined ? {} : { dispositif, etapes: etapes.map(etapeToJson) }),
  };
}

function etapeToJson({ id, phase, libelle, qui, etat, echeance, retardJours, faiteLe }: Etape): Record<string, unknown> {
  const [due, faite] = [echeance ?? null, faiteLe ?? null];
  return { id, phase: phase ?? null, libelle, qui, etat, echeance: due, retard_jours: retardJours, faite_le: faite };
}

function ficheToJson(progres: ProgresFiche): Record<string, unknown> {
  const { identifiant, etat, echeance, parcoursAccordes, parcoursConclus, parcoursRefuses, placesRestantes, echeances, prochaine } =
    progres;
  return {
    identifiant,
    etat,
    echeance: echeance ?? null,
    parcours_accordes: parcoursAccordes ?? null,
    parcours_conclus: parcoursConclus,
    parcours_refuses: parcoursRefuses,
    places_restantes: placesRestantes ?? null,
    prochaine_etape: prochaineToJson(prochaine),
    echeances: echeances.map(echeanceToJson),
  };
}

function prochaineToJson(etape: Etape | undefined): Record<string, unknown> | null {
  if (etape === undefined) return null;
  const { libelle, echeance = null, qui, jourOuvre, documents } = etape;
  return { libelle, echeance, qui, ...known({ jour_ouvre: jourOuvre, documents }) };
}

function echeanceToJson({
  id,
  libelle,
  echeance,
  qui,
  etat,
  retardJours,
  reference,
  jourOuvre,
  documents,
}: Etape): Record<string, unknown> {
  return { id, libelle, echeance, qui, etat, retard_jours: retardJours, reference, ...known({ jour_ouvre: jourOuvre, documents }) };
}

function known(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
