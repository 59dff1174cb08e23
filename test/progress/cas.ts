import type { ParcoursConclu } from "../../src/dossier/faits.ts";
import type { FicheProjet } from "../../src/generated/fiche.ts";
import type { Parcours } from "../../src/generated/parcours.ts";
import { computeProgress } from "../../src/progress/index.ts";
import type { ProgresParcours } from "../../src/progress/parcours.ts";
import type { Progres } from "../../src/progress/progres.ts";
import type { Day } from "../../src/words/dates.ts";
import { modele } from "../modeles.ts";

type Contrat = ParcoursConclu["contrat"];

/** What a case says of a parcours; the rest is that of an ordinary contract of eighteen months, begun on 2 September 2024. */
export interface Cas {
  identifiant?: string;
  nature?: "rncp" | "qualification_ccn";
  contrat?: Partial<Contrat>;
  phases?: Parcours["phases"];
  sortie?: NonNullable<Parcours["sortie"]>;
}

export function candidat({ identifiant = "CAS-1", phases = {} }: Cas = {}): Parcours {
  return {
    format: "cpro/parcours/1",
    identifiant,
    fiche: "FICHE-1",
    beneficiaire: { date_naissance: "1990-05-04", sexe: "femme", departement: "02", situation_avant: "salarie", niveau_entree: 4 },
    phases,
  };
}

export function parcours(cas: Cas = {}): ParcoursConclu {
  const { nature = "rncp", contrat = {}, sortie } = cas;
  return {
    ...candidat(cas),
    entreprise: {
      denomination: "Atelier Exemple",
      siret: "99900010200015",
      naf: "25.11Z",
      effectif: 20,
      departement: "02",
      droit: "prive",
    },
    opco: "opco2i",
    certification: {
      nature,
      intitule: "Certification d'exemple",
      niveau: 4,
      domaine: "Exemple",
      blocs: ["RNCP90001BC01", "RNCP90001BC02"],
    },
    contrat: { nature: "cdd", conclu_le: "2024-08-26", debut: "2024-09-02", fin: "2026-03-01", document_annexe: true, ...contrat },
    tuteur: { designe_par: "entreprise", fonction: "salarie", date_naissance: "1980-01-01", volontaire: true, experience_annees: 5 },
    modalites: { enseignements: { organisme_heures: 210 }, activite_heures: 1400, accompagnement_vae_heures: 24 },
    phases: { information: {}, accompagnement: {}, recevabilite: {}, mise_en_oeuvre: {}, evaluation: {}, ...cas.phases },
    financement: { depenses: [] },
    ...(sortie === undefined ? {} : { sortie }),
  };
}

export function fiche(
  instruction: NonNullable<FicheProjet["instruction"]> = {},
  pilotage: NonNullable<FicheProjet["pilotage"]> = {},
): FicheProjet {
  return {
    format: "cpro/fiche-projet/1",
    identifiant: "FICHE-1",
    porteur: { type: "geiq", denomination: "GEIQ Exemple", siret: "99900001100018" },
    instruction,
    pilotage,
  };
}

export function suivre(date: Day, parcours: readonly Parcours[], fiches: readonly FicheProjet[] = []): Progres {
  return computeProgress({ parcours: parcours.map((data) => ({ data, modele })), fiches: fiches.map((data) => ({ data, modele })) }, date);
}

/** The one parcours of a case, on a day. */
export function voir(data: Parcours, date: Day): ProgresParcours {
  const [progres] = suivre(date, [data]).parcours;
  if (progres === undefined) throw new Error("aucun parcours");
  return progres;
}

export function etatsDesPhases(data: Parcours, date: Day): Record<string, string> {
  return Object.fromEntries(voir(data, date).phases.map(({ id, etat }) => [id, etat]));
}
