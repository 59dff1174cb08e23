import type { Day } from "../words/dates.ts";

interface Competence {
  id: string;
  libelle: string;
  composante?: string;
  maitrise_visee?: number;
}

interface Niveau {
  competence: string;
  maitrise: number;
}

interface Sequence {
  objectif: string;
  evaluation_methode?: string;
}

/** A module of the parcours de formation, with the periods when it is held. */
export interface Module {
  id: string;
  competences: readonly string[];
  modalite: string;
  heures: number;
  formateur?: string;
  dates?: readonly { du: Day; au: Day }[];
  sequences?: readonly Sequence[];
}

/** What a parcours says of the compétences that it aims at, and of how they are acquired. */
export interface AvecReferentiel {
  referentiel_metier?: { competences: readonly Competence[] };
  positionnement?: { niveaux?: readonly Niveau[] };
  parcours_formation?: {
    modules?: readonly Module[];
    dispenses?: readonly { competence: string; motif: string }[];
    evaluation_heures?: number;
    activite_heures?: number;
  };
  bilans?: readonly { niveaux?: readonly Niveau[] }[];
}

/** The modules, none of them when the parcours de formation is not established. */
export function modulesDe({ parcours_formation: formation }: AvecReferentiel): readonly Module[] {
  return formation?.modules ?? [];
}

/** The compétences by their id; nothing without a référentiel, for then no name is unknown. */
export function competencesDe({ referentiel_metier: referentiel }: AvecReferentiel): ReadonlyMap<string, Competence> | undefined {
  return referentiel && new Map(referentiel.competences.map((une) => [une.id, une]));
}

/** Hours of teaching: those of the modules, and those of their evaluation. */
export function heuresDuParcours(parcours: AvecReferentiel): number {
  const modules = modulesDe(parcours).reduce((total, { heures }) => total + heures, 0);
  return modules + (parcours.parcours_formation?.evaluation_heures ?? 0);
}
