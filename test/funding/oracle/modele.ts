import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { plusJours } from "./calendrier.ts";
import type { Contrat, Parcours } from "./types.ts";

/** What a case or a draw says of a parcours; the rest is a plain eligible parcours. */
export interface Ebauche {
  identifiant: string;
  contrat: Pick<Contrat, "debut" | "fin"> & Partial<Contrat>;
  financement: Parcours["financement"];
  beneficiaire?: Partial<Parcours["beneficiaire"]>;
  tuteur?: Partial<Parcours["tuteur"]>;
  formateur_afest?: { identifiant?: string | undefined };
  /** Hours of AFEST; 0 when the key is absent. */
  afest_heures?: number;
}

const FICHE = "EXEMPLE-ORACLE";

/** The fixture's fiche, accepted at the opening of the experiment for as many parcours as are drawn. */
export function fiche(): Record<string, unknown> {
  const exemple: Record<string, object> = parse(readFileSync("fixtures/geiq-epe/fiche.yaml", "utf8"));
  const { modalites, calendrier } = exemple;
  return {
    ...exemple,
    identifiant: FICHE,
    parcours_prevus: 4000,
    modalites: { ...modalites, duree_mois: { min: 1, max: 36 } },
    calendrier: { ...calendrier, debut: "2023-06-20", fin: "2029-08-31" },
    instruction: {
      recue_le: "2023-05-30",
      complete_le: "2023-05-30",
      avis: "favorable",
      avis_le: "2023-06-15",
      notifiee_porteur_le: "2023-06-16",
      notifiee_opco_le: "2023-06-16",
      parcours_accordes: 4000,
    },
  };
}

const ENTREPRISE = {
  denomination: "Chaudronnerie Exemple du Laonnois",
  siret: "99900010200015",
  naf: "25.11Z",
  idcc: 3248,
  effectif: 34,
  departement: "02",
  droit: "prive",
};

const CERTIFICATION = {
  nature: "rncp",
  code: "RNCP90001",
  intitule: "Technicien en chaudronnerie",
  niveau: 4,
  domaine: "Métallurgie",
  blocs: ["RNCP90001BC01", "RNCP90001BC02", "RNCP90001BC03"],
};

/** A whole parcours file. Its keys stand in the order of the schema. */
export function completer(ebauche: Ebauche): Parcours {
  const { identifiant, contrat, financement, beneficiaire, tuteur, formateur_afest, afest_heures = 0 } = ebauche;
  const conclu_le = contrat.conclu_le ?? contrat.debut;
  const formateur = { designe_le: plusJours(conclu_le, -20), volontaire: true, experience_annees: 9, ...formateur_afest };
  const afest = { analyse_activite_le: plusJours(conclu_le, -25), phases_reflexives: 8, evaluations: 3 };
  const parcours = {
    format: "cpro/parcours/1",
    identifiant,
    fiche: FICHE,
    beneficiaire: {
      date_naissance: "1991-07-09",
      sexe: "femme",
      departement: "02",
      situation_avant: "salarie",
      niveau_entree: 4,
      ...beneficiaire,
    },
    entreprise: ENTREPRISE,
    opco: "uniformation",
    certification: CERTIFICATION,
    contrat: { nature: "cdd" as const, conclu_le, document_annexe: true, ...contrat },
    tuteur: {
      designe_par: "entreprise",
      fonction: "salarie",
      date_naissance: "1988-10-04",
      volontaire: true,
      experience_annees: 9,
      ...tuteur,
    },
    ...(afest_heures > 0 || formateur_afest ? { formateur_afest: formateur } : {}),
    modalites: {
      enseignements: { organisme_heures: 280, interne_heures: 0, distance_heures: 0, afest_heures },
      activite_heures: 1300,
      accompagnement_vae_heures: 24,
      ...(afest_heures > 0 ? { afest } : {}),
    },
    phases: {
      information: { debut: plusJours(conclu_le, -60), fin: plusJours(conclu_le, -45), diagnostic_le: plusJours(conclu_le, -50) },
      accompagnement: {
        debut: plusJours(conclu_le, -40),
        accompagnateur: { type: "porteur" },
        ecarts: ["Lecture de plans complexes"],
      },
      recevabilite: {},
      mise_en_oeuvre: {},
      evaluation: {},
    },
    financement,
  };
  return parcours;
}
