import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeFunding, computePaiements, fundingTotals, nomsDesLectures, regrouper } from "../../src/funding/index.ts";
import { type Contrat, document, financerTous } from "./contrat.ts";
import { contrat } from "./hasard.ts";

const unAn: Contrat = { debut: "2024-01-01", fin: "2024-12-31" };
const transmis = { transmis_opco_le: "2024-01-05", decision_opco: { sens: "accepte" as const, le: "2024-01-20" } };

/** The to-do list of one contract, on a day. */
function aFaire(one: Contrat, contratEnPlus: object, { date = "2025-06-30", motifs = [] as string[], certificat = true } = {}): string[] {
  const doc = document({ ...one, decision: null });
  if (certificat && doc.data.financement !== undefined) doc.data.financement.certificat_realisation_le = "2025-01-15";
  if (doc.data.contrat !== undefined) Object.assign(doc.data.contrat, contratEnPlus);
  const funding = computeFunding({ parcours: [doc], motifs: new Map([[doc.file, motifs]]), date, lecture: "cahier_des_charges" });
  return computePaiements(funding).blocages.map(({ genre, action }) => `${genre} : ${action.replaceAll(/[\u202f\u00a0]/g, " ")}`);
}

describe("ce qui bloque un paiement", () => {
  const facturee = { composante: "pedagogique" as const, montant: 1000, date: "2024-03-01", facture: "F-1" };

  it("rien, quand tout est là", () => {
    expect(aFaire({ ...unAn, depenses: [facturee] }, transmis)).toEqual([]);
  });

  it("une facture manquante, sauf pour le temps du tuteur, un montant nul ou une dépense à venir", () => {
    const depenses = [
      { composante: "annexes" as const, montant: 46.4, libelle: "Transport" },
      { composante: "tuteur_exercice" as const, montant: 690, mois: 3 },
      { composante: "pedagogique" as const, montant: 0 },
      { composante: "pedagogique" as const, montant: 500, date: "2025-07-01" },
    ];
    expect(aFaire({ ...unAn, depenses }, transmis)).toEqual(["facture : Joindre la facture de « Transport » (46,40 €)."]);
  });

  it("le certificat de réalisation, une fois l'action finie, quand il y a une formation ou un accompagnement à payer", () => {
    const un = { ...unAn, depenses: [facturee] };
    const attendu =
      "piece : Remettre à l'OPCO le certificat de réalisation de la formation et de l'accompagnement à la VAE (Code du travail, art. R. 6332-26).";
    expect(aFaire(un, transmis, { certificat: false, date: "2025-01-01" })).toEqual([attendu]);
    expect(aFaire(un, transmis, { certificat: false, date: "2024-12-31" })).toEqual([]);
    const vae = { ...facturee, composante: "accompagnement_vae" as const };
    expect(aFaire({ ...unAn, depenses: [vae] }, transmis, { certificat: false })).toEqual([attendu]);
    const autre = { ...facturee, composante: "annexes" as const };
    expect(aFaire({ ...unAn, depenses: [autre] }, transmis, { certificat: false })).toEqual([]);
  });

  it("des heures ou des mois qui ne sont pas dits : ils n'ouvrent aucun droit", () => {
    const depenses = [
      { composante: "tuteur_formation" as const, montant: 300, facture: "F-2" },
      { composante: "tuteur_exercice" as const, montant: 690 },
    ];
    expect(aFaire({ ...unAn, depenses }, transmis)).toEqual([
      "declaration : Déclarer les heures de « Formation du tuteur » (300,00 €).",
      "declaration : Déclarer les mois de « Exercice du tutorat » (690,00 €).",
    ]);
  });

  it("le document annexé, la transmission, la décision de l'OPCO : son silence vaut acceptation après vingt jours", () => {
    expect(aFaire(unAn, { document_annexe: false })).toEqual([
      "piece : Annexer au contrat le document de l'article D. 6325-11.",
      "piece : Transmettre le contrat à l'OPCO.",
    ]);
    const envoye = { transmis_opco_le: "2024-01-05" };
    expect(aFaire(unAn, envoye, { date: "2024-01-25" })).toEqual([
      "decision : Attendre la décision de l'OPCO, tacite après le 25 janvier 2024.",
    ]);
    expect(aFaire(unAn, envoye, { date: "2024-01-26" })).toEqual([]);
    expect(aFaire(unAn, { ...envoye, decision_opco: { sens: "refuse", le: "2024-01-18" } })).toEqual([
      "decision : Répondre au refus de l'OPCO du 18 janvier 2024.",
    ]);
  });

  it("la règle qui rend le parcours non éligible, et un trop-perçu", () => {
    const publics = [{ financeur: "Région", composante: "annexes" as const, montant: 50 }];
    expect(aFaire({ ...unAn, publics }, transmis, { motifs: ["contrat-fenetre"] })).toEqual([
      "eligibilite : Régler ce qui rend le parcours non éligible : règle contrat-fenetre.",
      "trop_percu : Rendre ce qui dépasse le coût réel, tous financements compris.",
    ]);
  });
});

describe("quels que soient les contrats", () => {
  const dossier = fc
    .array(contrat, { minLength: 1, maxLength: 5 })
    .map((list) => list.map((one, rang) => ({ ...one, identifiant: `P-${rang}` })));
  const lecture = fc.constantFrom(...nomsDesLectures);

  it("l'engagement des années civiles fait le forfait, le complément et le coût, au centime", () => {
    fc.assert(
      fc.property(dossier, lecture, (contrats, nom) => {
        const funding = financerTous(contrats, { lecture: nom });
        const { annees } = computePaiements(funding);
        for (const montant of ["forfait", "complement", "coutReel", "verse"] as const) {
          expect(annees.reduce((sum, annee) => sum + annee[montant], 0)).toBe(funding.totaux[montant]);
        }
      }),
    );
  });

  it("ce qui est dû mois après mois fait le forfait et le complément", () => {
    fc.assert(
      fc.property(dossier, lecture, (contrats, nom) => {
        const funding = financerTous(contrats, { lecture: nom });
        const { mois } = computePaiements(funding);
        expect(mois.reduce((sum, { du }) => sum + du, 0)).toBe(funding.totaux.forfait + funding.totaux.complement);
        expect(mois.reduce((sum, { depense }) => sum + depense, 0)).toBe(funding.totaux.coutReel);
      }),
    );
  });

  it("sans argent public, ce qui est dû ne se reprend jamais, à un centime près", () => {
    const pedagogique = dossier.map((list) =>
      list.map((one) => ({
        ...one,
        publics: [],
        depenses: (one.depenses ?? []).filter(({ composante }) => composante === "pedagogique"),
      })),
    );
    fc.assert(
      fc.property(pedagogique, (contrats) => {
        const { mois } = computePaiements(financerTous(contrats));
        for (const { du } of mois) expect(du).toBeGreaterThanOrEqual(-contrats.length);
      }),
    );
  });

  it("l'avance de trésorerie des fiches et celle des OPCO font celle du dossier", () => {
    fc.assert(
      fc.property(dossier, (contrats) => {
        const funding = financerTous(contrats);
        const { fiches, opcos, total } = computePaiements(funding);
        for (const groupes of [fiches, opcos]) expect(groupes.reduce((sum, { avance }) => sum + avance, 0)).toBe(total.avance);
        expect(total.avance).toBe(funding.totaux.avanceTresorerie);
        expect(total.depense - total.verse - total.publics).toBe(total.avance);
      }),
    );
  });

  it("les groupes se somment au total, et les totaux seuls sont ceux du calcul entier", () => {
    fc.assert(
      fc.property(dossier, lecture, (contrats, nom) => {
        const funding = financerTous(contrats, { lecture: nom });
        const groupes = regrouper(funding.parcours, "opco");
        for (const montant of ["parcours", "eligibles", "coutReel", "forfait", "complement", "resteACharge", "verse"] as const) {
          expect(groupes.reduce((sum, { totaux }) => sum + totaux[montant], 0)).toBe(funding.totaux[montant]);
        }
        const parcours = contrats.map(document);
        expect(fundingTotals({ parcours, motifs: new Map(), date: funding.date, lecture: nom })).toEqual(funding.totaux);
      }),
    );
  });
});
