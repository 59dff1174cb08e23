import type { Couts } from "../../src/dashboard/index.ts";
import type { FicheDocument, ParcoursDocument } from "../../src/dossier/load.ts";
import type { Composante, Parcours } from "../../src/generated/parcours.ts";
import { modele } from "../modeles.ts";

type Contrat = NonNullable<Parcours["contrat"]>;

/** What a test changes of a plain concluded parcours. */
interface Ecarts {
  beneficiaire?: Partial<Parcours["beneficiaire"]>;
  entreprise?: Partial<NonNullable<Parcours["entreprise"]>>;
  certification?: Partial<NonNullable<Parcours["certification"]>>;
  contrat?: Partial<Contrat>;
  modalites?: Partial<NonNullable<Parcours["modalites"]>>;
  phases?: Partial<Parcours["phases"]>;
  sortie?: NonNullable<Parcours["sortie"]>;
}

/** A concluded parcours of the first half of 2025, twelve months long, with what a test asks for. */
export function parcours(ecarts: Ecarts = {}): Parcours {
  return {
    format: "cpro/parcours/1",
    identifiant: "EX-001",
    fiche: "FICHE-EXEMPLE",
    beneficiaire: {
      date_naissance: "1995-05-05",
      sexe: "femme",
      departement: "02",
      situation_avant: "salarie",
      niveau_entree: 3,
      ...ecarts.beneficiaire,
    },
    entreprise: {
      denomination: "Atelier d'exemple",
      siret: "90000000100012",
      naf: "81.21Z",
      effectif: 34,
      departement: "02",
      droit: "prive",
      ...ecarts.entreprise,
    },
    opco: "akto",
    certification: {
      nature: "rncp",
      code: "RNCP35551",
      intitule: "Agent d'exemple",
      niveau: 3,
      domaine: "Propreté",
      ...ecarts.certification,
    },
    contrat: { nature: "cdd", conclu_le: "2025-02-03", debut: "2025-02-10", fin: "2026-02-09", document_annexe: true, ...ecarts.contrat },
    tuteur: { designe_par: "entreprise", fonction: "salarie", date_naissance: "1980-01-01", volontaire: true, experience_annees: 6 },
    modalites: { enseignements: { organisme_heures: 210 }, activite_heures: 1400, accompagnement_vae_heures: 24, ...ecarts.modalites },
    phases: {
      information: { debut: "2024-11-04" },
      accompagnement: { debut: "2024-12-02" },
      recevabilite: {},
      mise_en_oeuvre: {},
      evaluation: {},
      ...ecarts.phases,
    },
    financement: { depenses: [] },
    ...(ecarts.sortie && { sortie: ecarts.sortie }),
  };
}

/** Documents named 0.yaml, 1.yaml… */
export function documents(donnees: readonly Parcours[]): ParcoursDocument[] {
  return donnees.map((data, index) => ({
    file: `${index}.yaml`,
    bytes: Buffer.from(JSON.stringify({ index, data })),
    kind: "parcours",
    data,
    modele,
  }));
}

export function fiche(avisLe: string): FicheDocument {
  const data = {
    format: "cpro/fiche-projet/1",
    identifiant: "FICHE-EXEMPLE",
    intitule: "Projet d'exemple",
    certifications: [{ nature: "cqp", domaine: "Hôtellerie" }],
    instruction: { avis: "favorable", avis_le: avisLe },
  } as FicheDocument["data"];
  return { file: "fiche.yaml", bytes: Buffer.from(JSON.stringify(data)), kind: "fiche", data, modele };
}

/** The fiches of parcours, with their domains and no opinion yet. */
export function fichesDe(donnees: readonly Parcours[]): FicheDocument[] {
  return [...new Set(donnees.map((un) => un.fiche))].map((identifiant) => {
    const siens = donnees.filter((un) => un.fiche === identifiant);
    const domaines = [...new Set(siens.flatMap(({ certification }) => (certification ? [certification.domaine] : [])))];
    const data = { format: "cpro/fiche-projet/1", identifiant, certifications: domaines.map((domaine) => ({ nature: "cqp", domaine })) };
    return {
      file: `fiche-${identifiant}.yaml`,
      bytes: Buffer.from(identifiant),
      kind: "fiche",
      data: data as unknown as FicheDocument["data"],
      modele,
    };
  });
}

const composantes = [
  "conception_coordination",
  "pedagogique",
  "accompagnement_vae",
  "annexes",
  "tuteur_formation",
  "tuteur_exercice",
] as const;

/** Amounts in cents, different for each parcours. */
export function couts(nombre: number): Map<string, Couts> {
  return new Map(
    Array.from({ length: nombre }, (_, index): [string, Couts] => {
      const montants = composantes.map((nom, rang) => [nom, { depense: 1000 * (rang + 1) + 7 * index, retenu: 900 * (rang + 1) }] as const);
      const total = montants.reduce((somme, [, { depense }]) => somme + depense, 0);
      return [
        `${index}.yaml`,
        {
          coutReel: total,
          // Never more than what is kept.
          forfait: Math.min(Math.round(total / 2), 18_900),
          composantes: Object.fromEntries(montants) as Record<Composante, { depense: number; retenu: number }>,
        },
      ];
    }),
  );
}

/** Numbers between 0 and 1, always the same for a seed (mulberry32). */
function hasard(graine: number): () => number {
  let etat = graine;
  return () => {
    etat = (etat + 0x6d2b79f5) | 0;
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const jour = (annee: number, mois: number, quantieme: number): string =>
  `${annee}-${String(mois).padStart(2, "0")}-${String(quantieme).padStart(2, "0")}`;

/** A mixed crowd over 2023–2026: every band, broken and ended parcours, juries, exits known or not. */
export function foule(nombre: number, graine = 1): Parcours[] {
  const alea = hasard(graine);
  const entier = (min: number, max: number): number => min + Math.floor(alea() * (max - min + 1));
  const parmi = <T>(choix: readonly T[]): T => choix[entier(0, choix.length - 1)] as T;
  const beneficiaire = (): NonNullable<Ecarts["beneficiaire"]> => {
    const demandeur = alea() < 0.5;
    return {
      date_naissance: jour(entier(1965, 2006), entier(1, 12), entier(1, 28)),
      sexe: parmi(["femme", "homme"] as const),
      situation_avant: demandeur ? "demandeur_emploi" : "salarie",
      ...(demandeur && { mois_inscription: entier(0, 40) }),
      ...(alea() < 0.2 && { minimum_social: "rsa" as const }),
      rqth: alea() < 0.1,
      niveau_entree: parmi(["aucun", 3, 4, 5] as const),
    };
  };
  const suite = (debut: string, fin: string): Pick<Ecarts, "contrat" | "phases" | "sortie"> => {
    const rompu = alea() < 0.2;
    const rupture = { le: jour(Number(debut.slice(0, 4)), 12, 28), initiative: parmi(["salarie", "employeur"] as const), motif: "Exemple" };
    const jury = { le: fin, resultat: parmi(["validation_totale", "validation_partielle", "refus"] as const) };
    const emploi = { contrat_travail: { nature: parmi(["cdi", "cdd"] as const), meme_entreprise: alea() < 0.5 } };
    const connue = { constatee_le: fin, ...(alea() < 0.7 && emploi) };
    return {
      contrat: { nature: parmi(["cdd", "cdd", "cdi"] as const), conclu_le: debut, debut, fin, ...(rompu && { rupture }) },
      phases: {
        evaluation: !rompu && alea() < 0.5 ? { jury } : {},
        recevabilite: alea() < 0.6 ? { depot_le: debut, decision: "recevable" as const } : {},
      },
      ...(alea() < 0.7 && { sortie: connue }),
    };
  };
  return Array.from({ length: nombre }, () => {
    const debut = jour(entier(2023, 2025), entier(1, 12), entier(1, 28));
    const mois = Number(debut.slice(5, 7)) - 1 + parmi([5, 7, 10, 12, 12, 12, 15, 18, 24]);
    const fin = jour(Number(debut.slice(0, 4)) + Math.floor(mois / 12), (mois % 12) + 1, Number(debut.slice(8)));
    return parcours({
      beneficiaire: beneficiaire(),
      entreprise: {
        siret: `9000000${entier(10, 40)}00012`,
        naf: parmi(["81.21Z", "55.10Z", "56.10A", "86.10Z"]),
        effectif: entier(1, 400),
      },
      certification: {
        nature: parmi(["rncp", "cqp", "bloc"] as const),
        code: parmi(["RNCP1", "RNCP2", "RNCP3"]),
        niveau: parmi([3, 3, 4, 5] as const),
        domaine: parmi(["Propreté", "Hôtellerie", "Santé"]),
      },
      modalites: { enseignements: { organisme_heures: entier(0, 300), afest_heures: entier(0, 1) * 60.25 } },
      ...suite(debut, fin),
    });
  });
}
