import { describe, expect, it } from "vitest";
import { computeFunding, computePaiements, computePrevision, computeSimulation, nomsDesLectures } from "../../../src/funding/index.ts";
import { renderers } from "../../../src/render/funding/index.ts";
import { type Contrat, document, financerTous } from "../../funding/contrat.ts";

/** Amounts are grouped with narrow no-break spaces; plain ones read better here. */
const plain = (text: string): string => text.replaceAll(/[\u202f\u00a0]/g, " ");
const widest = (text: string): number => Math.max(...text.split("\n").map((line) => line.length));

const contrats: Contrat[] = [
  {
    identifiant: "=EPE-001",
    debut: "2024-07-01",
    fin: "2025-06-30",
    depenses: [
      { composante: "pedagogique", montant: 6500.5, date: "2024-09-15", libelle: '@Formation "A" ; B' },
      { composante: "annexes", montant: 46.4, date: "2024-10-01" },
    ],
    complement: 300,
    versements: [{ le: "2025-01-10", montant: 2000 }],
  },
  {
    identifiant: "EPE-002",
    debut: "2024-01-01",
    fin: "2025-06-30",
    depenses: [{ composante: "pedagogique", montant: 8000, date: "2024-02-01", facture: "F-1" }],
    publics: [{ financeur: "Région", composante: "pedagogique", montant: 9000, date: "2024-03-01" }],
  },
  { identifiant: "EPE-003", debut: "2024-01-01", fin: "2024-12-31", depenses: [{ composante: "annexes", montant: 100 }] },
];
const motifs = new Map([["parcours/EPE-003.yaml", ["contrat-fenetre"]]]);
const funding = financerTous(contrats, { motifs });
const paiements = computePaiements(funding);

describe("le csv, pour Excel en français", () => {
  const text = renderers.resultat.csv(funding);
  const [header = "", ...rows] = text.slice(1).split("\r\n");
  const column = (name: string): string[] =>
    rows.filter((row) => row !== "").map((row) => row.split(";")[header.split(";").indexOf(name)] ?? "");

  it("commence par la marque UTF-8, sépare par des points-virgules, écrit les décimales à la virgule", () => {
    expect(text.startsWith("\uFEFFParcours;Fiche projet;OPCO;")).toBe(true);
    expect(column("Coût réel")).toEqual(["6546,9", "8000", "0", "100"]);
    expect(text).not.toMatch(/\d\.\d/);
  });

  it("neutralise une cellule qu'Excel prendrait pour une formule, sans toucher aux nombres négatifs", () => {
    expect(column("Parcours")).toEqual(["'=EPE-001", "EPE-002", "EPE-002", "EPE-003"]);
    expect(column("Reste à charge")).toEqual(["200,5", "0", "", "0"]);
    expect(column("Trop-perçu")).toEqual(["0", "1000", "", "0"]);
    expect(column("Avance de trésorerie")[1]).toBe("-1000");
    expect(renderers.explication.csv(funding)).toContain(`;"'@Formation ""A"" ; B";6500,5;`);
  });

  it("donne une ligne par année de contrat ; chaque colonne se somme à son total", () => {
    const somme = (name: string): number =>
      column(name)
        .slice(0, 3)
        .reduce((sum, cell) => sum + Number(cell.replace(",", ".")), 0);
    expect(column("Année de contrat")).toEqual(["1", "1", "2", "1"]);
    expect(column("Éligible")).toEqual(["oui", "oui", "oui", "non"]);
    for (const [name, total] of [
      ["Forfait", funding.totaux.forfait],
      ["Complément", funding.totaux.complement],
      ["Reste à charge", funding.totaux.resteACharge],
      ["Trop-perçu", funding.totaux.tropPercu],
      ["À rendre", funding.totaux.aRendre],
      ["Versé par l'OPCO", funding.totaux.verse],
    ] as const) {
      expect(somme(name) * 100).toBeCloseTo(total, 6);
    }
  });

  it("existe aussi pour les lectures côte à côte et la liste des choses à faire", () => {
    const csv = renderers.lectures.csv(nomsDesLectures.map((lecture) => financerTous(contrats, { motifs, lecture })));
    expect(csv).toContain("Parcours;Éligible;Forfait (cahier_des_charges);Forfait (foire_aux_questions);Écart");
    expect(renderers.paiements.csv(paiements)).toContain("EPE-003;Éligibilité;");
  });
});

describe("les groupes", () => {
  it("par année civile : l'engagement au prorata des jours, les versements à leur date", () => {
    const text = plain(renderers.groupes.table(funding, "annee", 80));
    expect(text).toMatch(/^2024 +2 +11 300,36 +3 048,05 +151,23 +0,00$/m);
    expect(text).toMatch(/^Total +2 +14 546,90 +6 046,40 +300,00 +2 000,00$/m);
    expect(text).toContain("* EPE-003 : contrat-fenetre");
    expect(widest(text)).toBeLessThanOrEqual(80);
  });

  it("par OPCO et par fiche, en json et en csv : tous les montants", () => {
    const reste = { reste_a_charge: 200.5, trop_percu: 1000, verse: 2000, a_rendre: 0 };
    const somme = { parcours: 2, cout_reel: 14546.9, forfait: 6046.4, complement: 300, ...reste };
    expect(JSON.parse(renderers.groupes.json(funding, "opco"))).toEqual({
      format: "cpro/funding-groupes/1",
      lecture: "cahier_des_charges",
      date: "2025-06-30",
      par: "opco",
      groupes: [{ opco: "akto", ...somme }],
      totaux: somme,
    });
    expect(renderers.groupes.csv(funding, "fiche")).toBe(
      "\uFEFFFiche projet;Parcours;Coût réel;Forfait;Complément;À charge;Trop-perçu;Versé;À rendre\r\nFICHE-1;2;14546,9;6046,4;300;200,5;1000;2000;0\r\n",
    );
  });
});

describe("les paiements", () => {
  it("tiennent dans 80 colonnes, les mois à venir marqués", () => {
    const later = computePaiements(financerTous(contrats, { motifs, date: "2024-08-31" }));
    const text = plain(renderers.paiements.table(later, 80));
    expect(text).toMatch(/^2024-09 \(prévu\) +6 500,50 +6 300,00 +0,00 +6 300,00 +0,00$/m);
    expect(widest(text)).toBeLessThanOrEqual(80);
  });

  it("en json, la trésorerie par parcours, fiche et OPCO", () => {
    const { tresorerie, a_faire, echeancier } = JSON.parse(renderers.paiements.json(paiements));
    expect(tresorerie.total).toEqual({ depense: 14546.9, verse: 2000, publics: 9000, avance: 3546.9, reste_du: 4346.4, verse_d_avance: 0 });
    expect(tresorerie.parcours.map(({ identifiant }: { identifiant: string }) => identifiant)).toEqual(["=EPE-001", "EPE-002"]);
    expect(a_faire).toContainEqual(expect.objectContaining({ parcours: "EPE-002", genre: "trop_percu", montant: 1000 }));
    expect(echeancier.at(-1)).toEqual({ mois: "2025-01", depense: 0, du: 0, verse: 2000, reste_du: 4346.4, verse_d_avance: 0 });
  });
});

describe("la prévision", () => {
  const prevision = computePrevision(
    {
      format: "cpro/fiche-projet/1",
      identifiant: "FICHE-1",
      porteur: { type: "geiq", denomination: "GEIQ Exemple", siret: "99900001100018" },
      parcours_prevus: 4,
      modalites: { duree_mois: { max: 12 }, enseignements: { organisme_heures: 300 } },
      financement: { cout_par_parcours: { conception_coordination: 1000, pedagogique: 7000, accompagnement_vae: 2000, tutorat: 1380 } },
    },
    "2024-06-01",
    "cahier_des_charges",
  );

  it("montre ce qui passe sous les plafonds, le plafond annuel, et ce qui reste sans financement", () => {
    const text = plain(renderers.previsions.table([prevision], 80));
    expect(text).toMatch(/^Frais pédagogiques +7 000,00 +6 000,00 +1 000,00$/m);
    expect(text).toMatch(/^Plafond annuel du forfait +-1 380,00 +1 380,00$/m);
    expect(text).toMatch(/^Total +11 380,00 +9 000,00 +2 380,00$/m);
    expect(text).toMatch(/^Non financé +2 380,00 +9 520,00 +20,91 %$/m);
    expect(text).toContain("Coût d'une heure : 37,93 €");
    expect(widest(text)).toBeLessThanOrEqual(80);
  });

  it("en json et en csv", () => {
    const [{ durees, ...chiffres }] = JSON.parse(renderers.previsions.json([prevision])).previsions;
    expect(chiffres).toMatchObject({
      fiche: "FICHE-1",
      parcours: 4,
      cout_par_parcours: 11380,
      cout_par_heure: 37.93,
      part_conception: 0.0879,
    });
    expect(durees[0].projet).toEqual({ cout: 45520, forfait: 36000, publics: 0, complement: 0, non_finance: 9520, trop_percu: 0 });
    expect(renderers.previsions.csv([prevision])).toContain("\r\nFICHE-1;4;12;11380;37,93;0,0879;9000;45520;36000;0;0;9520;0\r\n");
  });

  it("dit ce qui manque à la fiche", () => {
    const text = renderers.previsions.table([{ ...prevision, durees: [], manquent: ["modalites.duree_mois", "parcours_prevus"] }], 80);
    expect(text).toContain("il manque « modalites.duree_mois » et « parcours_prevus »");
  });
});

describe("le « et si »", () => {
  const [premier] = contrats;
  const plusCourt = document({ ...(premier ?? { debut: "", fin: "" }), fin: "2024-12-31" });
  const apres = computeFunding({
    parcours: [plusCourt, ...contrats.slice(1).map(document)],
    motifs,
    date: "2025-06-30",
    lecture: "cahier_des_charges",
  });
  const simulation = computeSimulation(funding, apres, [
    { identifiant: "=EPE-001", chemin: "contrat.fin", avant: "2025-06-30", apres: "2024-12-31" },
  ]);

  it("montre avant, après et l'écart, du parcours et du total", () => {
    const text = plain(renderers.simulation.table(simulation, 80));
    expect(text).toContain("=EPE-001, contrat.fin : 2025-06-30 → 2024-12-31");
    expect(text).toMatch(/^Forfait +6 046,40 +3 046,40 +-3 000,00$/m);
    expect(text).toContain("Total du dossier : 2 parcours sur 3");
  });

  it("en json et en csv", () => {
    const document = JSON.parse(renderers.simulation.json(simulation));
    expect(document.changements).toEqual([{ parcours: "=EPE-001", chemin: "contrat.fin", avant: "2025-06-30", apres: "2024-12-31" }]);
    expect(document.parcours[0].forfait).toEqual({ avant: 6046.4, apres: 3046.4, ecart: -3000 });
    expect(document.totaux.reste_a_charge).toEqual({ avant: 200.5, apres: 3200.5, ecart: 3000 });
    expect(document.totaux.trop_percu).toEqual({ avant: 1000, apres: 1000, ecart: 0 });
    expect(renderers.simulation.csv(simulation)).toContain("\r\n'=EPE-001;Forfait;6046,4;3046,4;-3000\r\n");
  });

  it("ne change rien quand rien ne change", () => {
    const text = plain(renderers.simulation.table(computeSimulation(funding, funding, []), 80));
    // Quatre montants, et le trop-perçu de ce dossier.
    expect(text.match(/0,00$/gm)).toHaveLength(5);
  });
});
