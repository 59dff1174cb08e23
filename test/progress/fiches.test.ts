import { describe, expect, it } from "vitest";
import { fiche, parcours, suivre } from "./cas.ts";

describe("la fiche projet (cahier des charges, § 1.1)", () => {
  const instruction = { envoyee_le: "2024-02-20", recue_le: "2024-02-22", complete_le: "2023-12-31" };
  const etat = (date: string, suite = {}) => suivre(date, [], [fiche({ ...instruction, ...suite })]).fiches[0];

  it("est à envoyer, puis en instruction", () => {
    expect(suivre("2024-01-01", [], [fiche()]).fiches[0]).toMatchObject({ etat: "a_envoyer", parcoursConclus: 0, echeances: [] });
    expect(suivre("2024-02-19", [], [fiche({ envoyee_le: "2024-02-20" })]).fiches[0]?.etat).toBe("a_envoyer");
    expect(suivre("2024-02-20", [], [fiche({ envoyee_le: "2024-02-20" })]).fiches[0]?.etat).toBe("en_instruction");
  });

  it("est rejetée par deux mois de silence, comptés jusqu'au 29 février d'une année bissextile", () => {
    expect(etat("2024-02-29")).toMatchObject({ etat: "en_instruction", echeance: "2024-02-29" });
    expect(etat("2024-03-01")).toMatchObject({ etat: "rejet_implicite", echeances: [{ id: "dgefp-avis", etat: "faite", qui: "dgefp" }] });
    expect(etat("2024-03-01")?.echeances[0]?.libelle).toBe(
      "Se prononcer sur la fiche projet : rejet implicite, par le silence de la DGEFP",
    );
  });

  it("… jusqu'au 28 février d'une année commune", () => {
    const deux = (date: string) => suivre(date, [], [fiche({ ...instruction, complete_le: "2024-12-31" })]).fiches[0];
    expect(deux("2025-02-28")).toMatchObject({ etat: "en_instruction", echeance: "2025-02-28", prochaine: { id: "dgefp-avis" } });
    expect(deux("2025-03-01")?.etat).toBe("rejet_implicite");
  });

  it("attend du porteur qu'il l'envoie, dûment complétée, puis qu'il la complète", () => {
    expect(suivre("2024-01-01", [], [fiche()]).fiches[0]?.prochaine).toMatchObject({
      id: "fiche-envoi",
      qui: "porteur",
      documents: ["fiche descriptive du projet dûment complétée (cahier des charges (arrêté du 26 juin 2023), § 1.1)"],
    });
    expect(suivre("2024-02-20", [], [fiche({ envoyee_le: "2024-02-20" })]).fiches[0]?.prochaine?.id).toBe("fiche-complete");
  });

  it("compte les places : un contrat que l'OPCO refuse rend la sienne, le jour du refus", () => {
    const refuse = parcours({ contrat: { decision_opco: { sens: "refuse", le: "2024-09-20" } } });
    const accordee = fiche({ avis: "favorable", avis_le: "2024-03-15", parcours_accordes: 1 });
    const vue = (date: string) => suivre(date, [refuse, parcours({ identifiant: "B" })], [accordee]);
    expect(vue("2024-09-19").fiches[0]).toMatchObject({ parcoursConclus: 2, parcoursRefuses: 0, placesRestantes: -1 });
    expect(vue("2024-09-20").fiches[0]).toMatchObject({ parcoursConclus: 2, parcoursRefuses: 1, placesRestantes: 0 });
    expect(vue("2024-09-20").plafond).toMatchObject({ parcours: 1, plafond: 5000 });
  });

  it("suit l'avis, même tardif, à partir de son jour", () => {
    const favorable = { avis: "favorable", avis_le: "2024-03-15", parcours_accordes: 5 };
    expect(etat("2024-03-14", favorable)).toMatchObject({ etat: "rejet_implicite" });
    expect(etat("2024-03-14", favorable)?.parcoursAccordes).toBeUndefined();
    expect(etat("2024-03-15", favorable)).toMatchObject({ etat: "acceptee", parcoursAccordes: 5 });
    expect(etat("2024-03-15", { avis: "defavorable", avis_le: "2024-02-10" })?.etat).toBe("refusee");
  });

  it("compte ses parcours conclus au jour dit", () => {
    const deux = [parcours({ identifiant: "A" }), parcours({ identifiant: "B", contrat: { conclu_le: "2024-10-01" } })];
    expect(suivre("2024-09-30", deux, [fiche()]).fiches[0]?.parcoursConclus).toBe(1);
    expect(suivre("2024-10-01", deux, [fiche()]).fiches[0]?.parcoursConclus).toBe(2);
  });
});

describe("la transmission semestrielle (cahier des charges, § 4.3)", () => {
  const transmise = fiche({}, { transmissions: [{ semestre: "2024-S2", le: "2025-01-14" }] });
  const etats = (date: string, un = parcours()) =>
    suivre(date, [un], [transmise]).fiches[0]?.echeances.map(({ echeance, etat, retardJours }) => [echeance, etat, retardJours]);

  it("est due à la fin de chaque semestre où un parcours est ouvert", () => {
    expect(etats("2024-08-25")).toEqual([]);
    expect(etats("2024-12-31")).toEqual([["2024-12-31", "a_venir", 0]]);
    expect(etats("2025-01-10")).toEqual([
      ["2024-12-31", "en_retard", 10],
      ["2025-06-30", "a_venir", 0],
    ]);
    expect(etats("2025-01-14")).toEqual([
      ["2024-12-31", "faite", 0],
      ["2025-06-30", "a_venir", 0],
    ]);
  });

  it("cesse avec le semestre où le parcours finit, le jury compris", () => {
    const jury = { le: "2026-07-02", resultat: "validation_totale" } as const;
    expect(etats("2027-02-01")?.at(-1)?.[0]).toBe("2026-06-30");
    expect(etats("2027-02-01", parcours({ phases: { evaluation: { jury } } }))?.at(-1)?.[0]).toBe("2026-12-31");
    expect(etats("2027-02-01", parcours({ contrat: { rupture: { le: "2024-12-31" } } }))).toEqual([["2024-12-31", "faite", 0]]);
  });
});

describe("les échéances nationales", () => {
  const nationales = (date: string) => suivre(date, [], [fiche()]).nationales.map(({ id, echeance, etat }) => [id, echeance, etat]);

  it("le comité de pilotage se réunit au lancement puis chaque année (§ 4.1)", () => {
    expect(nationales("2023-05-28")[0]).toEqual(["comite-pilotage", "2023-05-28", "a_venir"]);
    expect(nationales("2023-05-29")[0]).toEqual(["comite-pilotage", "2024-05-28", "a_venir"]);
    expect(nationales("2024-05-28")[0]).toEqual(["comite-pilotage", "2024-05-28", "a_venir"]);
    expect(nationales("2024-05-29")[0]).toEqual(["comite-pilotage", "2025-05-28", "a_venir"]);
  });

  it("le rapport au Parlement est dû six mois avant le terme (§ 4.3) ; aucun fichier ne dit s'il a été remis", () => {
    expect(nationales("2025-08-28")[1]).toEqual(["rapport-parlement", "2025-08-28", "a_venir"]);
    expect(nationales("2025-08-29")[1]).toEqual(["rapport-parlement", "2025-08-28", "sans_objet"]);
  });

  it("le tableau de bord s'établit à la fin de chaque semestre (§ 4.3)", () => {
    expect(nationales("2024-06-30")[2]).toEqual(["tableau-de-bord", "2024-06-30", "a_venir"]);
    expect(nationales("2024-07-01")[2]).toEqual(["tableau-de-bord", "2024-12-31", "a_venir"]);
  });

  it("ne se montrent qu'avec une fiche", () => {
    expect(suivre("2024-05-28", [parcours()]).nationales).toEqual([]);
  });
});
