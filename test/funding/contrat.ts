import type { ParcoursConclu } from "../../src/dossier/faits.ts";
import type { ParcoursDocument } from "../../src/dossier/load.ts";
import type { Funding } from "../../src/funding/funding.ts";
import { computeFunding, type FinancementParcours, type NomLecture } from "../../src/funding/index.ts";
import type { Day } from "../../src/words/dates.ts";
import { modele } from "../modeles.ts";

type Financement = ParcoursConclu["financement"];

/** What a case says of a contract; the rest is that of an ordinary adult, their tutor 40 years old, accepted by the OPCO on the day of its conclusion. */
export interface Contrat {
  identifiant?: string;
  debut: Day;
  fin: Day;
  rupture?: Day;
  conclu_le?: Day;
  afest_heures?: number;
  tuteur_ne_le?: Day;
  beneficiaire?: Partial<ParcoursConclu["beneficiaire"]>;
  depenses?: Financement["depenses"];
  publics?: NonNullable<Financement["publics"]>;
  complement?: number;
  versements?: NonNullable<Financement["versements"]>;
  /** Instead of the acceptance; `null` when the OPCO has been sent nothing. */
  decision?: ParcoursConclu["contrat"]["decision_opco"] | null;
  transmis_le?: Day;
  renouvelle?: string;
  tuteur?: string;
  formateur_afest?: string;
}

function parcoursDe(contrat: Contrat): ParcoursConclu {
  const { identifiant = "CAS-1", debut, fin, rupture, conclu_le = "2024-01-02", complement, transmis_le, renouvelle } = contrat;
  const { decision = { sens: "accepte", le: conclu_le } } = contrat;
  return {
    format: "cpro/parcours/1",
    identifiant,
    fiche: "FICHE-1",
    beneficiaire: {
      date_naissance: "1990-05-04",
      sexe: "femme",
      departement: "02",
      situation_avant: "salarie",
      niveau_entree: 4,
      ...contrat.beneficiaire,
    },
    entreprise: {
      denomination: "Atelier Exemple",
      siret: "90000000100012",
      naf: "81.21Z",
      effectif: 12,
      departement: "02",
      droit: "prive",
    },
    opco: "akto",
    certification: { nature: "rncp", code: "RNCP35551", intitule: "Titre d'exemple", niveau: 3, domaine: "propreté" },
    contrat: {
      nature: "cdd",
      conclu_le,
      debut,
      fin,
      document_annexe: true,
      ...(rupture === undefined ? {} : { rupture: { le: rupture } }),
      ...(decision === null ? {} : { decision_opco: decision }),
      ...(transmis_le === undefined ? {} : { transmis_opco_le: transmis_le }),
      ...(renouvelle === undefined ? {} : { renouvellement: { motif: "echec", contrat_initial: renouvelle } }),
    },
    ...(contrat.formateur_afest === undefined ? {} : { formateur_afest: { identifiant: contrat.formateur_afest } }),
    tuteur: {
      ...(contrat.tuteur === undefined ? {} : { identifiant: contrat.tuteur }),
      designe_par: "entreprise",
      fonction: "salarie",
      date_naissance: contrat.tuteur_ne_le ?? "1984-01-15",
      volontaire: true,
      experience_annees: 5,
    },
    modalites: {
      enseignements: { organisme_heures: 200, afest_heures: contrat.afest_heures ?? 0 },
      activite_heures: 1200,
      accompagnement_vae_heures: 24,
    },
    phases: { information: null, accompagnement: null, recevabilite: null, mise_en_oeuvre: null, evaluation: null },
    financement: {
      depenses: contrat.depenses ?? [],
      publics: contrat.publics ?? [],
      ...(complement === undefined ? {} : { complement: { montant: complement } }),
      versements: contrat.versements ?? [],
    },
  };
}

export function document(contrat: Contrat): ParcoursDocument {
  const data = parcoursDe(contrat);
  return { file: `parcours/${data.identifiant}.yaml`, bytes: Buffer.alloc(0), kind: "parcours", data, modele };
}

interface Circonstances {
  date?: Day;
  lecture?: NomLecture;
  motifs?: Map<string, string[]>;
}

export function financerTous(
  contrats: readonly Contrat[],
  { date = "2025-06-30", lecture = "cahier_des_charges", motifs = new Map() }: Circonstances = {},
): Funding {
  return computeFunding({ parcours: contrats.map(document), motifs, date, lecture });
}

export function financer(contrat: Contrat, circonstances: Circonstances = {}): FinancementParcours {
  const [seul] = financerTous([contrat], circonstances).parcours;
  if (seul === undefined) throw new Error("le contrat n'a pas été financé");
  return seul;
}
