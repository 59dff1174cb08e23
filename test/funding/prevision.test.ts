import { describe, expect, it } from "vitest";
import type { FicheProjet } from "../../src/dossier/load.ts";
import { computePrevision } from "../../src/funding/index.ts";

const fiche: FicheProjet = {
  format: "cpro/fiche-projet/1",
  identifiant: "FICHE-1",
  porteur: { type: "geiq", denomination: "GEIQ Exemple", siret: "99900001100018" },
  parcours_prevus: 10,
  modalites: {
    duree_mois: { min: 6, max: 18 },
    enseignements: { organisme_heures: 200, afest_heures: 100 },
    accompagnement_vae: { heures: 20 },
  },
  financement: {
    cout_par_parcours: { conception_coordination: 1200, pedagogique: 4800, accompagnement_vae: 1500, annexes: 300, tutorat: 2200 },
  },
  instruction: { complete_le: "2024-03-08" },
};
const prevoir = (changes: Partial<FicheProjet> = {}) => computePrevision({ ...fiche, ...changes }, "2024-06-01", "cahier_des_charges");
const financement = (more: Partial<NonNullable<FicheProjet["financement"]>>) => ({ financement: { ...fiche.financement, ...more } });

describe("la prévision d'une fiche projet", () => {
  it("six mois : 3 000 € de frais pédagogiques, 1 000 € de coordination, six mois de tutorat puis sa formation", () => {
    const [courte] = prevoir().durees;
    expect(courte?.mois).toBe(6);
    expect(courte?.composantes).toEqual({
      conception_coordination: { cout: 120_000, retenu: 100_000 },
      pedagogique: { cout: 480_000, retenu: 300_000 },
      accompagnement_vae: { cout: 150_000, retenu: 150_000 },
      annexes: { cout: 30_000, retenu: 30_000 },
      // 2 200 € de tutorat : 6 × 230 = 1 380 € d'exercice ; des 820 € qui restent rien n'est financé, la fiche ne déclarant pas d'heures.
      tuteur_exercice: { cout: 138_000, retenu: 138_000 },
      tuteur_formation: { cout: 82_000, retenu: 0 },
    });
    expect(courte?.parType.forfait.cents).toBe(718_000);
    const projet = { cout: 10_000_000, forfait: 7_180_000, publics: 0, complement: 0, nonFinance: 2_820_000, tropPercu: 0 };
    expect(courte?.projet).toEqual(projet);
  });

  it("dix-huit mois avec AFEST : le tutorat compte douze mois au plus, deux années de plafond annuel", () => {
    const modalites = { ...fiche.modalites, duree_mois: { max: 18 }, afest: { recours: true } };
    const [longue] = prevoir({ modalites }).durees;
    expect(longue?.composantes.tuteur_exercice).toEqual({ cout: 220_000, retenu: 220_000 });
    expect(longue?.parType.annees).toHaveLength(2);
    expect(longue?.parType.forfait.cents).toBe(480_000 + 100_000 + 150_000 + 30_000 + 220_000);
  });

  it("donne les chiffres de l'efficience : coût par parcours, par heure, part de la conception", () => {
    expect(prevoir()).toMatchObject({ parcours: 10, heures: 320, coutParParcours: 1_000_000, coutParHeure: 3125, partConception: 0.12 });
    expect(prevoir({ modalites: { duree_mois: { max: 12 } } }).coutParHeure).toBeUndefined();
  });

  it("les compléments et l'argent public du projet se partagent entre ses parcours, au centime", () => {
    const { durees } = prevoir(
      financement({
        complementaires: [{ nature: "conventionnel", montant: 1000 }],
        publics: [{ financeur: "Région", composante: "pedagogique", montant: 5000.01 }],
      }),
    );
    // Chaque parcours : 500 € de la Région (un seul, 500,01 €) ôtés du forfait de 7 180 €, et 100 € de complément.
    expect(durees[0]?.projet).toEqual({
      cout: 10_000_000,
      forfait: 6_680_000 - 1,
      publics: 500_001,
      complement: 100_000,
      nonFinance: 2_720_000,
      tropPercu: 0,
    });
  });

  it("l'argent public qui ne nomme aucune composante paie de toutes, à proportion de leur coût", () => {
    const { durees } = prevoir(financement({ publics: [{ financeur: "Région", montant: 10_000 }] }));
    // 1 000 € par parcours, tout entiers sur des dépenses retenues.
    expect(durees[0]?.parType.forfait.cents).toBe(618_000);
    expect(durees[0]?.projet.publics).toBe(1_000_000);
  });

  it("compte les parcours accordés quand ils sont moins que prévu", () => {
    const accordes = prevoir({ instruction: { complete_le: "2024-03-08", parcours_accordes: 4 } });
    expect([accordes.parcours, accordes.prevus, accordes.durees[0]?.projet.cout]).toEqual([4, 10, 4_000_000]);
  });

  it("nomme ce qui manque plutôt que de prévoir à moitié", () => {
    const { parcours_prevus: _, modalites: __, financement: ___, ...vide } = fiche;
    expect(computePrevision(vide, "2024-06-01", "cahier_des_charges")).toMatchObject({
      durees: [],
      manquent: ["financement.cout_par_parcours", "modalites.duree_mois", "parcours_prevus"],
    });
  });

  it("une autre lecture ramène le plafond annuel de six mois à 4 500 €", () => {
    expect(computePrevision(fiche, "2024-06-01", "foire_aux_questions").durees[0]?.parType.forfait.cents).toBe(450_000);
  });
});
