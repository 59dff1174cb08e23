import { describe, expect, it } from "vitest";
import { fundingNotes, renderers } from "../../../src/render/funding/index.ts";
import { type Contrat, financerTous } from "../../funding/contrat.ts";

/** Amounts are grouped with narrow no-break spaces; plain ones read better here. */
const plain = (text: string): string => text.replaceAll(/[\u202f\u00a0]/g, " ");

const dixHuitMois: Contrat = {
  identifiant: "EPE-001",
  debut: "2024-01-01",
  fin: "2025-06-30",
  depenses: [
    { composante: "pedagogique", montant: 8000 },
    { composante: "conception_coordination", montant: 1000, date: "2024-02-01", libelle: "Ingénierie\u001b[31m\ndu parcours" },
  ],
  publics: [{ financeur: "Région", composante: "pedagogique", montant: 1500 }],
  complement: 900,
  versements: [{ le: "2024-09-01", montant: 4000 }],
};
const tropPercu: Contrat = {
  identifiant: "EPE-002",
  debut: "2024-01-01",
  fin: "2024-12-31",
  publics: [{ financeur: "Région", composante: "annexes", montant: 750.5 }],
};
const ecarte: Contrat = {
  identifiant: "EPE-003",
  debut: "2024-01-01",
  fin: "2024-06-30",
  depenses: [{ composante: "pedagogique", montant: 2000 }],
};
const motifs = new Map([["parcours/EPE-003.yaml", ["contrat-fenetre", "beneficiaire-age-minimum"]]]);
const funding = financerTous([dixHuitMois, tropPercu, ecarte], { motifs });
const selonFaq = financerTous([dixHuitMois, tropPercu, ecarte], { motifs, lecture: "foire_aux_questions" });

describe("le tableau", () => {
  const text = plain(renderers.resultat.table(funding, 80));

  it("donne les parcours, leurs années, le total des éligibles et les écartés avec leur motif", () => {
    expect(text).toMatchInlineSnapshot(`
      "Parcours   Mois  Coût réel   Forfait  Complément  À charge  Trop-perçu
      ──────────────────────────────────────────────────────────────────────
      EPE-001      18   9 000,00  7 500,00        0,00      0,00        0,00
        année 1    12   6 333,33  5 333,33
        année 2     6   2 666,67  2 166,67
      EPE-002      12       0,00      0,00        0,00      0,00      750,50
      * EPE-003     6   2 000,00  2 000,00        0,00      0,00        0,00
      ──────────────────────────────────────────────────────────────────────
      Total             9 000,00  7 500,00        0,00      0,00      750,50

      Montants en euros. Au total : 2 parcours sur 3.
      Lecture des textes : cahier des charges (cahier_des_charges).
      Versé par l'OPCO au 30 juin 2025 : 4 000,00 €.
      Avance de trésorerie au 30 juin 2025 : 2 749,50 €.

      Non éligibles, hors du total (« cpro validate » détaille la règle) :
        * EPE-003 : contrat-fenetre
        * EPE-003 : beneficiaire-age-minimum
      "
    `);
  });

  it("tient dans 80 colonnes, même avec de longs identifiants et de gros montants", () => {
    const gros = Array.from({ length: 3 }, (_, rang) => ({
      ...dixHuitMois,
      identifiant: `UN-IDENTIFIANT-QUI-N-EN-FINIT-PAS-${rang}`,
      depenses: [{ composante: "pedagogique" as const, montant: 25_000_000 }],
      complement: 25_000_000,
    }));
    const lines = renderers.resultat.table(financerTous(gros), 80).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

describe("l'explication", () => {
  const text = plain(renderers.explication.table(funding));

  it("tient chaque étape sur une ligne : libellé, montant, formule, article", () => {
    const line = text.split("\n").find((line) => line.includes("Frais pédagogiques"));
    expect(line).toMatch(/Frais pédagogiques +5 333,33 € {2}min\(5 333,33 ; 6 000,00\) {2}\[décret n° 2023-408, art\. 2, I, 2°\]$/);
    expect(text).toMatch(/Part des lignes sans date +5 333,33 € {2}8 000,00 × 12 \/ 18 mois$/m);
    expect(text).toMatch(/Plafond +3 000,00 € {2}6 000,00 × 6 \/ 12 mois {2}\[cahier des charges \(arrêté du 26 juin 2023\), § 3\]$/m);
  });

  it("cite chaque choix de la lecture", () => {
    expect(text).toContain("Lecture des textes : cahier des charges (cahier_des_charges)");
    expect(text).toMatch(/même incomplète \[cahier des charges .*décret n° 2023-408, art\. 2, II\]/);
  });

  it("ne laisse passer ni saut de ligne ni séquence d'échappement d'un libellé", () => {
    expect(text).not.toContain("\u001b");
    expect(text).toMatch(/Ingénierie .*du parcours +1 000,00 € {2}le 1er février 2024$/m);
  });
});

describe("le json", () => {
  it("a la forme du contrat, avec les six composantes de chaque année", () => {
    const document = JSON.parse(renderers.resultat.json(funding));
    expect(document).toMatchObject({ format: "cpro/funding/1", lecture: "cahier_des_charges", date: "2025-06-30" });
    expect(Object.keys(document.parcours[0])).toEqual(
      "identifiant fiche opco eligible motifs cout_reel annees forfait_brut financements_publics forfait complement reste_a_charge refinancable verse avance_tresorerie a_rendre".split(
        " ",
      ),
    );
    expect(document.parcours[0].annees[1]).toEqual({
      annee: 2,
      debut: "2025-01-01",
      fin: "2025-06-30",
      mois: 6,
      composantes: {
        conception_coordination: { depense: 0, plafond: 0, retenu: 0 },
        pedagogique: { depense: 2666.67, plafond: 3000, retenu: 2666.67 },
        accompagnement_vae: { depense: 0, plafond: 2000, retenu: 0 },
        annexes: { depense: 0, plafond: 300, retenu: 0 },
        tuteur_formation: { depense: 0, plafond: 0, retenu: 0 },
        tuteur_exercice: { depense: 0, plafond: 0, retenu: 0 },
      },
      plafond: 9000,
      forfait_brut: 2666.67,
      deduction_publique: 500,
      forfait: 2166.67,
    });
    expect(document.parcours[2]).toMatchObject({ eligible: false, motifs: ["contrat-fenetre", "beneficiaire-age-minimum"], forfait: 2000 });
    expect(document.totaux).toEqual({
      parcours: 3,
      eligibles: 2,
      cout_reel: 9000,
      forfait: 7500,
      complement: 0,
      reste_a_charge: 0,
      trop_percu: 750.5,
      verse: 4000,
      a_rendre: 0,
    });
  });

  it("porte l'arbre des montants quand on demande l'explication", () => {
    const { parcours } = JSON.parse(renderers.explication.json(funding));
    const [forfait] = parcours[0].explication;
    expect(forfait).toMatchObject({ libelle: "Forfait", montant: 7500, references: [{ titre: "décret n° 2023-408, art. 2, II" }] });
    expect(forfait.parts.map(({ montant }: { montant: number }) => montant)).toEqual([5333.33, 2166.67]);
  });
});

describe("la comparaison des lectures", () => {
  const neuf: Contrat = {
    debut: "2024-01-01",
    fin: "2024-06-30",
    depenses: [
      { composante: "pedagogique", montant: 4000 },
      { composante: "accompagnement_vae", montant: 2000 },
    ],
  };
  const fundings = [financerTous([neuf]), financerTous([neuf], { lecture: "foire_aux_questions" })];

  it("donne l'écart de chaque parcours et celui du total", () => {
    const text = plain(renderers.lectures.table(fundings, 80));
    expect(text).toMatch(/^CAS-1 +5 000,00 +4 500,00 +-500,00$/m);
    expect(text).toMatch(/^Total +5 000,00 +4 500,00 +-500,00$/m);
    expect(text).toContain("foire aux questions du ministère");
  });

  it("en json aussi, chaque choix avec ses sources", () => {
    const document = JSON.parse(renderers.lectures.json(fundings));
    expect(document.parcours).toEqual([
      { identifiant: "CAS-1", eligible: true, forfait: { cahier_des_charges: 5000, foire_aux_questions: 4500 }, ecart: -500 },
    ]);
    expect(document.totaux.ecart).toBe(-500);
    expect(document.lectures.foire_aux_questions.plafond_annee_courte).toMatchObject({
      valeur: "prorata",
      references: [{ titre: expect.stringContaining("foire aux questions") }],
    });
  });
});

describe("les notes", () => {
  it("disent le trop-perçu avec son montant et les parcours laissés hors des totaux", () => {
    const { remarks, problems } = fundingNotes([funding]);
    expect(remarks).toEqual([]);
    expect(problems.map(plain)).toEqual([
      "1 parcours non éligible : hors des totaux.",
      "erreur  EPE-002 : trop-perçu de 750,50 €, car le forfait, les financements publics et le complément dépassent le coût réel.",
    ]);
  });

  it("disent combien de parcours n'ont pas de contrat", () => {
    expect(fundingNotes([{ ...funding, parcours: [], nonConclus: 2 }]).remarks).toEqual([
      "2 parcours sans contrat conclu : rien à financer pour l'instant.",
    ]);
  });

  it("nomment la lecture quand plusieurs sont comparées", () => {
    expect(fundingNotes([funding, selonFaq]).problems.filter((text) => text.includes("EPE-002"))).toEqual([
      expect.stringContaining("EPE-002 (cahier_des_charges) : trop-perçu"),
      expect.stringContaining("EPE-002 (foire_aux_questions) : trop-perçu"),
    ]);
  });
});
