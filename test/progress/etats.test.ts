import { describe, expect, it } from "vitest";
import { filtrer } from "../../src/progress/index.ts";
import { candidat, etatsDesPhases, parcours, suivre, voir } from "./cas.ts";

const avant = { information: { debut: "2024-06-03", fin: "2024-06-20" }, accompagnement: { debut: "2024-07-01" } };
const tenu = { transmis_opco_le: "2024-09-04" };
const adequation = { mise_en_oeuvre: { adequation_le: "2024-10-15" } };
const recevable = {
  recevabilite: { depot_le: "2025-01-20", decision: "recevable", decision_le: "2025-03-10", notifiee_le: "2025-03-12" },
} as const;

describe("un parcours avant son contrat", () => {
  const data = candidat({ phases: avant });

  it("n'a pas commencé avant sa première date", () => {
    expect(voir(data, "2024-06-02")).toMatchObject({ phase: "information", etat: "a_venir", avancement: 0 });
  });

  it("avance de phase en phase, et dit la prochaine étape", () => {
    expect(voir(data, "2024-06-10")).toMatchObject({
      phase: "information",
      etat: "en_cours",
      prochaine: { id: "diagnostic", qui: "porteur" },
    });
    expect(voir(data, "2024-07-02")).toMatchObject({ phase: "accompagnement", etat: "en_cours", avancement: 0.2 });
  });

  it("n'a plus de contrat à conclure après la fin de l'expérimentation", () => {
    expect(voir(data, "2026-02-28").prochaine?.id).toBe("diagnostic");
    expect(voir(data, "2026-03-01").prochaine).toBeUndefined();
  });
});

describe("un parcours conclu", () => {
  const data = parcours({
    contrat: tenu,
    phases: {
      ...avant,
      ...adequation,
      ...recevable,
      evaluation: { dossier_depose_le: "2026-02-10", jury: { le: "2026-04-14", resultat: "validation_totale", notifie_le: "2026-04-20" } },
    },
  });

  it("n'est pas conclu la veille de sa conclusion", () => {
    expect(voir(data, "2024-08-25")).toMatchObject({ phase: "accompagnement", prochaine: { id: "diagnostic" } });
    expect(voir(data, "2024-08-26").prochaine?.id).toBe("opco-transmission");
  });

  it("est en mise en œuvre du premier au dernier jour du contrat, dernier jour compris", () => {
    expect(etatsDesPhases(data, "2024-09-01")).toMatchObject({ accompagnement: "terminee", mise_en_oeuvre: "a_venir" });
    expect(etatsDesPhases(data, "2024-09-02").mise_en_oeuvre).toBe("en_cours");
    expect(etatsDesPhases(data, "2026-03-01").mise_en_oeuvre).toBe("en_cours");
    expect(etatsDesPhases(data, "2026-03-02").mise_en_oeuvre).toBe("terminee");
  });

  it("a fait trois phases sur cinq une fois recevable", () => {
    expect(voir(data, "2025-03-10")).toMatchObject({ phase: "mise_en_oeuvre", etat: "en_cours", avancement: 0.6 });
  });

  it("peut avoir son jury après la fin du contrat (§ 2.5)", () => {
    expect(voir(data, "2026-03-20")).toMatchObject({ phase: "evaluation", etat: "en_cours", avancement: 0.8, prochaine: { id: "jury" } });
    expect(voir(data, "2026-04-19").etat).toBe("en_cours");
    expect(voir(data, "2026-04-20")).toMatchObject({
      etat: "terminee",
      avancement: 1,
      prochaine: { id: "sortie", echeance: "2026-09-01" },
    });
  });

  it("est en retard, phase et parcours, tant que l'adéquation n'est pas examinée", () => {
    const retard = parcours({ contrat: tenu, phases: avant });
    expect(voir(retard, "2024-11-02").etat).toBe("en_cours");
    expect(voir(retard, "2024-11-03")).toMatchObject({ etat: "en_retard", prochaine: { id: "adequation", retardJours: 1 } });
    expect(etatsDesPhases(retard, "2024-11-03").mise_en_oeuvre).toBe("en_retard");
  });
});

describe("la recevabilité", () => {
  it("se demande aussi après la fin du contrat (§ 2.3)", () => {
    const data = parcours({ contrat: tenu, phases: { ...avant, ...adequation, recevabilite: { depot_le: "2026-04-01" } } });
    expect(voir(data, "2026-03-15")).toMatchObject({ phase: "mise_en_oeuvre", etat: "en_cours", prochaine: { id: "recevabilite-depot" } });
    expect(etatsDesPhases(data, "2026-04-02")).toMatchObject({
      mise_en_oeuvre: "terminee",
      recevabilite: "en_cours",
      evaluation: "a_venir",
    });
  });

  it("est acquise par deux mois de silence", () => {
    const data = parcours({ phases: { ...avant, recevabilite: { depot_le: "2025-01-20" } } });
    expect(etatsDesPhases(data, "2025-03-20").recevabilite).toBe("en_cours");
    expect(etatsDesPhases(data, "2025-03-21").recevabilite).toBe("terminee");
  });

  it("refusée, laisse l'évaluation sans objet et se demande à nouveau", () => {
    const data = parcours({
      contrat: tenu,
      phases: { ...avant, ...adequation, recevabilite: { depot_le: "2025-01-20", decision: "non_recevable", decision_le: "2025-03-10" } },
    });
    expect(etatsDesPhases(data, "2025-03-09").evaluation).toBe("a_venir");
    expect(voir(data, "2025-03-10")).toMatchObject({ avancement: 0.75, prochaine: { id: "recevabilite-nouvelle" } });
    expect(etatsDesPhases(data, "2025-03-10")).toMatchObject({ recevabilite: "terminee", evaluation: "sans_objet" });
  });

  it("n'a pas d'objet pour une qualification de branche, que l'entreprise évalue (§ 2.5)", () => {
    const evaluation = { jury: { le: "2026-02-12", resultat: "validation_totale" } } as const;
    const data = parcours({ nature: "qualification_ccn", contrat: tenu, phases: { ...avant, ...adequation, evaluation } });
    expect(etatsDesPhases(data, "2026-02-11")).toMatchObject({ recevabilite: "sans_objet", evaluation: "a_venir" });
    expect(voir(data, "2025-02-11").prochaine?.id).toBe("jury-ccn");
    expect(voir(data, "2026-03-02")).toMatchObject({ etat: "terminee", avancement: 1 });
  });
});

describe("une rupture", () => {
  const rompu = (le: string, phases = {}) =>
    parcours({ contrat: { ...tenu, rupture: { le, initiative: "salarie", motif: "essai" } }, phases: { ...avant, ...phases } });

  it("n'a pas eu lieu avant son jour", () => {
    expect(voir(rompu("2024-10-10"), "2024-10-09")).toMatchObject({ phase: "mise_en_oeuvre", etat: "en_cours" });
    expect(voir(rompu("2024-10-10"), "2024-10-10")).toMatchObject({ phase: "mise_en_oeuvre", etat: "interrompue", avancement: 0.4 });
  });

  it("avant le premier jour du contrat, laisse le parcours à l'accompagnement", () => {
    expect(voir(rompu("2024-08-30"), "2024-09-15")).toMatchObject({ phase: "accompagnement", etat: "interrompue" });
  });

  it("interrompt la recevabilité en cours, que le silence achève pourtant", () => {
    const data = rompu("2025-02-14", { recevabilite: { depot_le: "2025-01-20" } });
    expect(etatsDesPhases(data, "2025-03-20")).toMatchObject({ recevabilite: "interrompue", mise_en_oeuvre: "interrompue" });
    expect(etatsDesPhases(data, "2025-03-21")).toMatchObject({ recevabilite: "terminee", mise_en_oeuvre: "interrompue" });
  });

  it("pendant l'évaluation, l'interrompt", () => {
    const data = rompu("2025-06-02", { ...recevable, evaluation: { dossier_depose_le: "2025-05-14" } });
    expect(voir(data, "2025-06-03")).toMatchObject({ phase: "evaluation", etat: "interrompue", avancement: 0.6 });
  });

  it("n'arrête pas le candidat qui continue seul jusqu'au jury", () => {
    const evaluation = { dossier_depose_le: "2025-06-20", jury: { le: "2025-08-01", resultat: "refus" } } as const;
    const data = rompu("2025-06-02", { ...recevable, evaluation });
    expect(etatsDesPhases(data, "2025-07-01")).toMatchObject({ mise_en_oeuvre: "interrompue", evaluation: "en_cours" });
    expect(voir(data, "2025-08-01")).toMatchObject({ phase: "evaluation", etat: "interrompue", avancement: 0.8 });
  });

  it("reste une rupture après le terme prévu du contrat", () => {
    expect(voir(rompu("2024-10-10"), "2027-01-01").etat).toBe("interrompue");
  });
});

describe("les filtres", () => {
  const dossier = [parcours({ identifiant: "A" }), parcours({ identifiant: "B", contrat: { transmis_opco_le: "2024-09-04" } })];

  it("--late ne garde que les retards", () => {
    const { parcours: gardes } = filtrer(suivre("2024-09-10", dossier), { late: true });
    expect(gardes.map(({ identifiant, etapes }) => [identifiant, etapes.map(({ id }) => id)])).toEqual([["A", ["opco-transmission"]]]);
  });

  it("--who ne garde que ce qui attend cet acteur", () => {
    const { parcours: gardes } = filtrer(suivre("2024-09-10", dossier), { who: "opco" });
    expect(gardes).toHaveLength(1);
    expect(gardes[0]).toMatchObject({ identifiant: "B", prochaine: { id: "opco-decision", echeance: "2024-09-24" } });
  });

  it("--parcours n'en garde qu'un", () => {
    expect(filtrer(suivre("2024-09-10", dossier), { parcours: ["B"] }).parcours.map(({ identifiant }) => identifiant)).toEqual(["B"]);
  });
});
