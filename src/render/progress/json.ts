import type { Etape } from "../../progress/etapes.ts";
import type { ProgresFiche } from "../../progress/fiches.ts";
import { isEcheance, type Progres } from "../../progress/index.ts";
import type { ProgresParcours } from "../../progress/parcours.ts";

/** The format cpro/progress/1; a day that is not known is null. */
export function renderJson({ date, parcours, fiches, nationales }: Progres): string {
  const document = {
    format: "cpro/progress/1",
    date,
    parcours: parcours.map(parcoursToJson),
    fiches: fiches.map(ficheToJson),
    nationales: nationales.map(echeanceToJson),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function parcoursToJson({ identifiant, phase, etat, avancement, phases, prochaine, etapes }: ProgresParcours): Record<string, unknown> {
  return {
    identifiant,
    phase,
    etat,
    avancement,
    phases: phases.map(({ id, etat: un, debut = null, fin = null }) => ({ phase: id, etat: un, debut, fin })),
    prochaine_etape:
      prochaine === undefined ? null : { libelle: prochaine.libelle, echeance: prochaine.echeance ?? null, qui: prochaine.qui },
    echeances: etapes.filter(isEcheance).map(echeanceToJson),
  };
}

function ficheToJson({ identifiant, etat, echeance, parcoursAccordes, parcoursConclus, echeances }: ProgresFiche): Record<string, unknown> {
  return {
    identifiant,
    etat,
    echeance: echeance ?? null,
    parcours_accordes: parcoursAccordes ?? null,
    parcours_conclus: parcoursConclus,
    echeances: echeances.map(echeanceToJson),
  };
}

function echeanceToJson({ id, libelle, echeance, qui, etat, retardJours, reference }: Etape): Record<string, unknown> {
  return { id, libelle, echeance, qui, etat, retard_jours: retardJours, reference };
}
