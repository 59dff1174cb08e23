import { describe, expect, it } from "vitest";
import { computeFunding, computePaiements } from "../../src/funding/index.ts";
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

describe("un contrat renouvelé (I) : un seul parcours, des plafonds par parcours consommés une fois", () => {
  const premier: Contrat = {
    identifiant: "P-1",
    debut: "2024-01-01",
    fin: "2024-12-31",
    depenses: [
      { composante: "conception_coordination", montant: 1000 },
      { composante: "accompagnement_vae", montant: 2000 },
    ],
  };
  const second: Contrat = {
    identifiant: "P-2",
    conclu_le: "2024-12-20",
    debut: "2025-01-01",
    fin: "2025-06-30",
    renouvelle: "P-1",
    depenses: [
      { composante: "conception_coordination", montant: 1000 },
      { composante: "accompagnement_vae", montant: 500 },
    ],
  };
  const forfaits = (contrats: Contrat[], circonstances = {}) =>
    financerTous(contrats, circonstances).parcours.map(({ forfait }) => forfait.cents / 100);

  it("3 000 € pour le premier, 0 pour le second, dans un ordre comme dans l'autre", () => {
    expect(forfaits([premier, second])).toEqual([3000, 0]);
    expect(forfaits([second, premier])).toEqual([0, 3000]);
  });

  it("le second a ce que le premier a laissé, et l'explication le dit", () => {
    const partiel = { ...premier, depenses: [{ composante: "accompagnement_vae" as const, montant: 1700 }] };
    const [, suite] = financerTous([partiel, second]).parcours;
    // 1 000 de conception, et des 500 d'accompagnement les 300 qui restent sous 2 000.
    expect(suite?.forfait.cents).toBe(130_000);
    const plafond = suite?.annees[0]?.composantes.accompagnement_vae.plafond;
    expect(plafond?.parts.map(({ label, cents }) => [label, cents])).toEqual([
      ["Plafond", 200_000],
      ["Retenu par P-1, que ce contrat renouvelle", -170_000],
    ]);
  });

  it("un premier contrat refusé, non éligible ou absent n'use rien", () => {
    const refuse = { ...premier, decision: { sens: "refuse" as const, le: "2024-01-20" } };
    expect(forfaits([refuse, second])[1]).toBe(1500);
    expect(forfaits([premier, second], { motifs: new Map([["parcours/P-1.yaml", ["contrat-fenetre"]]]) })[1]).toBe(1500);
    expect(forfaits([second])).toEqual([1500]);
  });

  it("choisir le second seul ne lui rend pas les plafonds du premier", () => {
    const dossier = { parcours: [premier, second].map(document), fiches: [] };
    const seul = computeFunding({
      parcours: dossier.parcours.slice(1),
      dossier,
      motifs: new Map(),
      date: "2025-06-30",
      lecture: "cahier_des_charges",
    });
    expect(seul.totaux.forfait).toBe(0);
  });
});

describe("un contrat que l'OPCO a refusé (J)", () => {
  const refuse: Contrat = {
    ...unAn,
    identifiant: "P-9",
    decision: { sens: "refuse", le: "2024-01-20" },
    depenses: [{ composante: "pedagogique", montant: 5000, date: "2024-03-01" }],
    publics: [],
    versements: [{ le: "2024-05-01", montant: 1000 }],
  };

  it("est montré, hors des totaux, du refinancement et du dû ; ce qui a été versé est à rendre", () => {
    const funding = financerTous([refuse, { ...unAn, identifiant: "P-1" }]);
    expect(funding.parcours[0]).toMatchObject({
      motifs: ["contrat-refuse"],
      aRendre: 100_000,
      forfait: { cents: 500_000 },
      refinancable: { cents: 0 },
    });
    expect(funding.totaux).toMatchObject({ parcours: 2, eligibles: 1, forfait: 360_000, verse: 220_000, aRendre: 100_000 });
    expect(computePaiements(funding).mois.some(({ mois, verse }) => mois === "2024-05" && verse === 100_000)).toBe(false);
  });

  it("n'est refusé qu'à partir du jour de la décision", () => {
    const avant = financerTous([refuse], { date: "2024-01-19" });
    expect(avant.parcours[0]?.motifs).toEqual([]);
    expect(avant.totaux).toMatchObject({ eligibles: 1, forfait: 500_000, aRendre: 0 });
  });

  it("un reversement à l'OPCO réduit ce qui est à rendre", () => {
    const rendu = { ...refuse, versements: [...(refuse.versements ?? []), { le: "2024-06-01", montant: -1000 }] };
    expect(financer(rendu)).toMatchObject({ aRendre: 0, verse: { cents: 0 } });
  });
});

it("une promesse de fonds publics est déduite du forfait, mais n'est pas de l'argent reçu", () => {
  const un = {
    ...unAn,
    publics: [{ financeur: "Région", composante: "pedagogique" as const, montant: 500, date: "2024-03-01", statut: "notifie" as const }],
  };
  const { forfait, publicsAuJour } = financer(un, { date: "2024-12-30" });
  expect([forfait.cents, publicsAuJour.cents]).toEqual([370_000, 0]);
});
