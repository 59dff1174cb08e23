import { describe, expect, test } from "vitest";
import { type Dispositif, dispositifs } from "../../src/dispositif/modele.ts";
import { reglesDe } from "../../src/validate/regles.ts";

/** What each dispositif is to hold: its phases, with the steps of each; the rules of its own; the tables that it counts. */
const attendus: Readonly<
  Record<string, { phases: Readonly<Record<string, readonly string[]>>; regles: readonly string[]; tables: readonly string[] }>
> = {
  cpro_experimental_atlas: {
    phases: {
      besoin: ["besoin"],
      parcours_formation: ["positionnement", "parcours-formation"],
      validation: ["dossier-envoi", "validation"],
      formation_tuteurs: ["formation-tuteurs"],
      mise_en_oeuvre: [
        "integration-avant",
        "integration-arrivee",
        "integration-semaine",
        "adequation",
        "integration-mois",
        "bilan-1",
        "bilan-2",
        "bilan-final",
      ],
      fin: ["attestation", "facture"],
    },
    regles: [
      ...[
        "experimental-fenetre",
        "experimental-public",
        "experimental-duree",
        "experimental-heures-minimum",
        "experimental-part-enseignement",
      ],
      ...["experimental-alternance", "experimental-formateur", "experimental-validation-avant", "experimental-opco"],
      ...["referentiel-competences-nombre", "referentiel-formulation", "referentiel-couverture", "referentiel-dispense"],
      ...["module-competence-connue", "module-sequence", "bilan-competence-connue", "referentiel-evaluation-adaptee"],
      ...[
        "contrat-dates-ordonnees",
        "contrat-document-annexe",
        "contrat-rupture-motivee",
        "contrat-rupture-notifiee",
        "contrat-renouvellement",
      ],
      ...[
        "entreprise-droit-prive",
        "tuteur-designe",
        "tuteur-qualifie",
        "tuteur-charge",
        "phase-transmission-opco",
        "phase-adequation",
        "public-prioritaire",
      ],
    ],
    tables: ["XP1", "XP2", "XP3"],
  },
  cpro_experimental_opco_ep: {
    phases: {
      besoin: ["besoin"],
      niveau: ["niveau"],
      parcours: ["parcours", "cerfa"],
      depot: ["depot", "depot-decision"],
      suivi: ["adequation", "bilan-final", "certificat"],
    },
    regles: ["experimental-fenetre", "experimental-opco", "referentiel-couverture", "phase-transmission-opco"],
    tables: ["XP1", "XP2", "XP3"],
  },
  vae_inversee_geiq: {
    phases: {
      information: ["information-debut", "diagnostic", "profils"],
      accompagnement: ["accompagnement-debut", "ecarts", "contrat-conclusion", "construction"],
      recevabilite: ["recevabilite-depot", "recevabilite-decision", "recevabilite-nouvelle"],
    },
    regles: ["geiq-visites", "seance-reflexive", "contrat-fenetre", "dossier-plafond-national"],
    tables: [],
  },
  rae: {
    phases: {
      contractualisation: ["contractualisation"],
      positionnement_dossier: ["positionnement", "comparaison", "dossier"],
      jury: ["jury-blanc", "jury"],
      remise: ["remise"],
    },
    regles: ["rae-lettre", "rae-structure", "rae-jury-composition", "rae-duree", "rae-encadrant", "rae-direction"],
    tables: ["RAE1", "RAE2", "RAE3"],
  },
  vae: {
    phases: {
      recevabilite: ["recevabilite-depot", "recevabilite-decision"],
      accompagnement: ["accompagnement"],
      jury: ["recevabilite-caducite", "jury", "jury-resultat"],
      suite: ["suite"],
    },
    regles: ["phase-jury-recevable", "phase-jury-blocs"],
    tables: ["VAE1", "VAE2"],
  },
  vae_pro_th: {
    phases: {
      detection: ["detection"],
      rendez_vous: ["rendez-vous"],
      choix: ["choix"],
      recevabilite: ["recevabilite-depot", "recevabilite-decision"],
      accompagnement: ["accompagnement"],
      suite: ["suite"],
    },
    regles: ["vae-pro-th-public", "phase-jury-recevable", "phase-jury-blocs"],
    tables: ["TH1", "TH2", "TH3", "TH4"],
  },
  afest: {
    phases: {
      auto_positionnement: ["auto-positionnement"],
      mises_en_situation: ["mises-en-situation"],
      echanges_reflexifs: ["echanges-reflexifs"],
      evaluation_finale: ["evaluation-finale"],
      entretien_cip: ["entretien-cip"],
    },
    regles: ["afest-conditions", "seance-reflexive", "afest-seance-duree", "afest-apprenants", "afest-demarche"],
    tables: ["AF1", "AF2", "AF3", "AF4"],
  },
  cqp: {
    phases: { entree: ["entree"], formation: ["formation-debut", "formation-fin"], examen: ["examen", "certificat"] },
    regles: ["cqp-formation-avant", "cqp-formation-duree", "cqp-jury-branche"],
    tables: ["CQP1", "CQP2"],
  },
  bilan_competences: {
    phases: {
      preliminaire: ["convention", "consentement", "preliminaire"],
      investigation: ["investigation"],
      conclusion: ["conclusion", "synthese", "destruction", "destruction-differee"],
    },
    regles: ["bilan-phases-ordre", "bilan-duree", "bilan-consentement", "bilan-prestataire", "bilan-convention", "bilan-communication"],
    tables: ["BC1", "BC2", "BC3"],
  },
};

const dispositif = (nom: string): Dispositif => {
  const trouve = dispositifs[nom];
  if (trouve === undefined) throw new Error(nom);
  return trouve;
};

describe.each(Object.entries(attendus))("%s", (nom, { phases, regles, tables }) => {
  test("a ses phases et leurs étapes", () => {
    const { etapes } = dispositif(nom).parcours;
    for (const [phase, ids] of Object.entries(phases))
      expect(new Set(etapes.filter((un) => un.phase === phase).map(({ id }) => id)), phase).toEqual(new Set(ids));
  });

  test("a ses règles", () => {
    const siennes = reglesDe(dispositif(nom)).map(({ id }) => id);
    expect(regles.filter((id) => !siennes.includes(id))).toEqual([]);
  });

  test("compte ses tableaux", () => {
    const ids = (dispositif(nom).bilan?.tables ?? []).map(({ id }) => id);
    expect(tables.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("dit d'où vient chacune de ses règles, étapes et valeurs", () => {
    const { parcours, parametres = {}, sources } = dispositif(nom);
    expect(sources.length).toBeGreaterThan(0);
    for (const regle of reglesDe(dispositif(nom))) expect(regle.references.length, regle.id).toBeGreaterThan(0);
    for (const { id, reference, delai } of parcours.etapes) expect(reference ?? delai, id).toBeDefined();
    for (const { values } of Object.values(parametres)) expect(values.every(({ reference }) => reference !== "")).toBe(true);
  });
});

test("Opco EP n'a rien à faire valider avant le début, et n'a pas de tiers facilitateur", () => {
  const ep = reglesDe(dispositif("cpro_experimental_opco_ep")).map(({ id }) => id);
  expect(ep).not.toContain("experimental-validation-avant");
  const { financement } = dispositif("cpro_experimental_opco_ep");
  expect(financement !== "aucun" && financement.bases.map(({ id }) => id)).toEqual(["horaire"]);
});

test("le GEIQ numérote ses étapes de 1 à 7, avant le jury de la VAE inversée", () => {
  const siennes = dispositif("vae_inversee_geiq").parcours.etapes.filter(({ rang }) => rang !== undefined);
  const parRang = siennes.toSorted((a, b) => (a.rang ?? 0) - (b.rang ?? 0)).map(({ rang, id }) => [rang, id]);
  expect(parRang).toEqual([
    [1, "profils"],
    [2, "construction"],
    [3, "pratique"],
    [4, "complements"],
    [5, "accompagnement-renforce"],
    [6, "suivi-competences"],
    [7, "seances-reflexives"],
  ]);
});
