import { describe, expect, it } from "vitest";
import { computeFunding } from "../../src/funding/index.ts";
import { type Contrat, document, financer, financerTous } from "./contrat.ts";

const unAn: Contrat = {
  debut: "2024-01-01",
  fin: "2024-12-31",
  depenses: [
    { composante: "pedagogique", montant: 3000, date: "2024-02-01" },
    { composante: "pedagogique", montant: 1000, date: "2024-06-30" },
    { composante: "annexes", montant: 200 },
  ],
  publics: [
    { financeur: "Région", composante: "pedagogique", montant: 500, date: "2024-03-01" },
    { financeur: "Région", composante: "annexes", montant: 100 },
  ],
  versements: [
    { le: "2024-05-01", montant: 1200 },
    { le: "2024-09-01", montant: 1000 },
  ],
};

describe("la trésorerie", () => {
  it.each([
    { date: "2024-01-31", verse: 0, avance: 0 },
    { date: "2024-02-01", verse: 0, avance: 3000 },
    { date: "2024-03-01", verse: 0, avance: 2500 },
    { date: "2024-06-30", verse: 1200, avance: 2300 },
    // Les lignes sans date comptent au dernier jour de leur année : 200 dépensés, 100 reçus.
    { date: "2024-12-30", verse: 2200, avance: 1300 },
    { date: "2024-12-31", verse: 2200, avance: 1400 },
  ])("au $date : ce qui est daté jusqu'à ce jour, ce jour compris", ({ date, verse, avance }) => {
    const parcours = financer(unAn, { date });
    expect([parcours.verse.cents, parcours.avanceTresorerie.cents]).toEqual([verse * 100, avance * 100]);
  });

  it("le jour choisi ne change ni le forfait ni le reste à charge", () => {
    const [avant, apres] = ["2024-01-01", "2026-01-01"].map((date) => financer(unAn, { date }));
    expect(avant?.forfait).toEqual(apres?.forfait);
    expect(avant?.resteACharge).toEqual(apres?.resteACharge);
  });
});

describe("un dossier", () => {
  it("les parcours non éligibles sont chiffrés, mais laissés hors des totaux", () => {
    const motifs = new Map([["parcours/P-2.yaml", ["contrat-fenetre"]]]);
    const { parcours, totaux } = financerTous(
      [
        { ...unAn, identifiant: "P-1" },
        { ...unAn, identifiant: "P-2" },
      ],
      { motifs },
    );
    expect(parcours.map(({ motifs, forfait }) => [motifs, forfait.cents])).toEqual([
      [[], 360_000],
      [["contrat-fenetre"], 360_000],
    ]);
    expect(totaux).toMatchObject({ parcours: 2, eligibles: 1, coutReel: 420_000, forfait: 360_000, resteACharge: 0, verse: 220_000 });
  });

  it("un parcours sans contrat conclu n'est pas financé, mais compté", () => {
    const conclu = document(unAn);
    const { contrat: _, ...sansContrat } = conclu.data;
    const parcours = [conclu, { ...conclu, file: "parcours/CAS-2.yaml", data: { ...sansContrat, identifiant: "CAS-2" } }];
    const funding = computeFunding({ parcours, motifs: new Map(), date: "2025-06-30", lecture: "cahier_des_charges" });
    expect(funding.nonConclus).toBe(1);
    expect(funding.totaux.parcours).toBe(1);
  });

  it("une date de fin absurde se calcule encore", () => {
    const { annees } = financer({ debut: "2024-01-01", fin: "9999-12-31" });
    expect(annees).toHaveLength(7976);
    expect(annees.at(-1)).toMatchObject({ debut: "9999-01-01", fin: "9999-12-31", mois: 12 });
  });
});
