import { describe, expect, it } from "vitest";
import { constats, etatsAu, exemple } from "./rae.ts";

const ids = (parcours: object, date: string) => constats(parcours, date).map(({ id, gravite }) => `${gravite} ${id}`);

describe("RAE-007", () => {
  const parcours = exemple("RAE-007");

  it("au 30 juin 2025, a été entendu par le jury en temps voulu, et attend son attestation", () => {
    const { progres, phases } = etatsAu(parcours, "2025-06-30");
    expect(progres).toMatchObject({ dispositif: "rae", avancement: 0.75, etat: "en_cours", phase: "jury", prochaine: { id: "remise" } });
    expect(phases).toEqual({ contractualisation: "terminee", positionnement_dossier: "terminee", jury: "terminee", remise: "a_venir" });
    expect(progres.etapes.find(({ id }) => id === "jury")).toMatchObject({
      etat: "faite",
      echeance: "2025-09-16",
      faiteLe: "2025-05-22",
      libelle: "Réunir le jury : compétences reconnues",
      acteur: "certificateur",
    });
    // From the comparison's day on nothing says more: a phase of étapes begins and ends with them.
    expect(progres.phases[1]).toMatchObject({ debut: "2024-10-07", fin: "2025-03-28" });
  });

  it("au 1er décembre 2024, rédige son dossier de preuve", () => {
    const { progres, phases } = etatsAu(parcours, "2024-12-01");
    expect(progres).toMatchObject({ avancement: 0.25, phase: "positionnement_dossier", prochaine: { id: "dossier", acteur: "candidat" } });
    expect(phases.positionnement_dossier).toBe("en_cours");
  });

  it("n'est engagé que le jour de la dernière signature", () => {
    expect(etatsAu(parcours, "2024-09-15").progres).toMatchObject({
      avancement: 0,
      etat: "a_venir",
      prochaine: { id: "contractualisation" },
    });
    expect(etatsAu(parcours, "2024-09-16").progres).toMatchObject({ avancement: 0.25, prochaine: { id: "positionnement" } });
  });

  it("sans jury au bout d'un an, est en retard le lendemain", () => {
    const sans = exemple("RAE-007", { jury: undefined });
    expect(etatsAu(sans, "2025-09-16").progres).toMatchObject({ etat: "en_cours" });
    expect(etatsAu(sans, "2025-09-17").progres).toMatchObject({ etat: "en_retard", prochaine: { id: "jury", retardJours: 1 } });
  });

  it("attestation remise, a tout fait", () => {
    const { progres } = etatsAu(exemple("RAE-007", { remise: { le: "2025-10-09" } }), "2025-10-09");
    expect(progres).toMatchObject({ avancement: 1, etat: "terminee" });
    expect(progres.prochaine).toBeUndefined();
  });

  it("n'a rien à se reprocher, si ce n'est la démarche qui n'est pas nommée", () => {
    expect(ids(parcours, "2025-06-30")).toEqual(["info rae-direction"]);
    expect(ids(parcours, "2024-12-01")).toEqual(["info rae-direction"]);
  });

  it("sans la signature de la direction, ne devait pas commencer", () => {
    const sans = exemple("RAE-007", { lettre: { candidat_le: "2024-09-12", encadrant_le: "2024-09-12" }, demarche: "D-1" });
    const [faute, ...autres] = constats(sans, "2025-06-30");
    expect(faute).toMatchObject({ id: "rae-lettre", gravite: "error", at: ["lettre", "direction_le"] });
    expect(autres).toEqual([]);
    // As long as nothing has begun, there is time to sign.
    expect(ids(sans, "2024-09-30")).toEqual([]);
  });
});

describe("les autres exemples", () => {
  it("RAE-008 vient de commencer, son encadrante en formation", () => {
    const parcours = exemple("RAE-008");
    expect(etatsAu(parcours, "2025-06-30").progres).toMatchObject({
      avancement: 0.25,
      etat: "en_cours",
      prochaine: { id: "positionnement" },
    });
    expect(ids(parcours, "2025-06-30")).toEqual(["info rae-direction"]);
  });

  it("RAE-005, non reconnu, n'a pas d'attestation à recevoir", () => {
    const { progres, phases, etats } = etatsAu(exemple("RAE-005"), "2025-06-30");
    expect(progres).toMatchObject({ avancement: 1, etat: "terminee" });
    expect([phases.remise, etats.remise]).toEqual(["sans_objet", "sans_objet"]);
    expect(progres.etapes.find(({ id }) => id === "jury")?.libelle).toBe("Réunir le jury : compétences non reconnues");
    expect(ids(exemple("RAE-005"), "2025-06-30")).toEqual(["info rae-direction"]);
  });

  it("RAE-006 a abandonné : ce qui n'est pas fait n'est plus à faire, et n'avance pas pour autant", () => {
    const parcours = exemple("RAE-006");
    expect(etatsAu(parcours, "2024-07-07").progres).toMatchObject({ avancement: 0.25, etat: "en_cours", prochaine: { id: "dossier" } });
    for (const date of ["2024-07-08", "2025-06-30"]) {
      const { progres, phases } = etatsAu(parcours, date);
      expect(progres).toMatchObject({ avancement: 0.25, etat: "interrompue" });
      expect(progres.prochaine).toBeUndefined();
      expect(phases).toMatchObject({ contractualisation: "terminee", positionnement_dossier: "interrompue", jury: "interrompue" });
    }
    expect(ids(parcours, "2025-06-30")).toEqual(["info rae-direction"]);
  });
});

describe("les règles de la RAE", () => {
  const demarche = { demarche: "D-1" };
  const jury = { le: "2025-05-22", modalite: "externe", membres: ["education_nationale", "cadre_reseau"], resultat: "valide" };
  const avec = (changes: Readonly<Record<string, unknown>>) => exemple("RAE-007", { ...demarche, ...changes });
  const structure = (changes: object) => ({ structure: { type: "esat", denomination: "X", departement: "59", ...changes } });

  it("rae-structure : ni association, ni entreprise", () => {
    expect(ids(avec(structure({ type: "association", encadrant: { forme_le: "2024-02-01" } })), "2025-06-30")).toEqual([
      "error rae-structure",
    ]);
    expect(constats(avec(structure({ type: "association", encadrant: { forme_le: "2024-02-01" } })), "2025-06-30")[0]?.at).toEqual([
      "structure",
      "type",
    ]);
  });

  it("rae-jury-composition : un cadre du réseau et un ministère, l'un des deux", () => {
    const jugee = (membres: string[], modalite = "externe") => ids(avec({ jury: { ...jury, modalite, membres } }), "2025-06-30");
    expect(jugee(["agriculture", "cadre_reseau"])).toEqual([]);
    expect(jugee(["agriculture", "professionnel"])).toEqual(["warning rae-jury-composition"]);
    expect(jugee(["cadre_reseau", "professionnel"], "stage")).toEqual(["warning rae-jury-composition"]);
    expect(jugee(["professionnel"], "interne")).toEqual([]);
    const [constat] = constats(avec({ jury: { ...jury, membres: [] } }), "2025-06-30");
    expect(constat?.message).toContain("Le jury du 22/05/2025 ne réunit pas");
  });

  it("rae-duree : six mois au moins, le jour même compris", () => {
    const duree = (le: string) => ids(avec({ jury: { ...jury, le } }), "2025-06-30");
    expect(duree("2025-03-15")).toEqual(["info rae-duree"]);
    expect(duree("2025-03-16")).toEqual([]);
  });

  it("rae-encadrant : formé au plus tard à la lettre, ou en formation", () => {
    const encadre = (encadrant?: object) => ids(avec(structure(encadrant === undefined ? {} : { encadrant })), "2025-06-30");
    expect(encadre()).toEqual(["warning rae-encadrant"]);
    expect(encadre({ forme_le: "2024-09-16" })).toEqual([]);
    expect(encadre({ forme_le: "2024-09-17" })).toEqual(["warning rae-encadrant"]);
    expect(encadre({ forme_le: "2024-09-17", en_formation: true })).toEqual([]);
  });
});
