import { expect, test } from "vitest";
import { lireSemestre } from "../../src/dashboard/index.ts";
import type { ParcoursDocument } from "../../src/dossier/load.ts";
import { computeDashboard } from "../../src/secrecy/index.ts";
import { changer, dossierDe, exempleDe } from "../dispositif/essai.ts";
import { valeur } from "./cellules.ts";

type Changes = Readonly<Record<string, unknown>>;

/** The tables of many parcours made of one, with nothing hidden. `varier` says what changes in the one of a rank. */
async function tables(
  [dispositif, identifiant]: readonly [string, string],
  nombre: number,
  varier: (rang: number) => Changes,
  { semestre, date = "2035-12-31" }: { semestre: string; date?: string },
) {
  const un = exempleDe(dispositif, identifiant);
  const donnees = Array.from({ length: nombre }, (_, rang) => changer(un, { identifiant: `G-${rang}`, ...varier(rang) }));
  const { parcours, faulty } = await dossierDe(...donnees);
  expect(faulty.map(({ shape }) => shape?.errors)).toEqual([]);
  const [premier] = parcours;
  if (premier === undefined) throw new Error("aucun parcours");
  const dashboard = await computeDashboard({
    dispositif: premier.modele.dispositif,
    dossier: { fiches: [], parcours: parcours as ParcoursDocument[] },
    semestre: lireSemestre(semestre),
    date,
    ineligibles: new Map(),
    couts: new Map(),
  });
  return dashboard.publier(new Set());
}

const tout = (publie: Awaited<ReturnType<typeof tables>>, table: string, dimensions = 1): unknown =>
  valeur(publie, table, "cumul", ...Array<string>(dimensions).fill("ensemble"));

test("Atlas : 246 contrats signés au 30 juin 2022", async () => {
  // Some more come after, some before.
  const signe = (rang: number): string => (rang < 246 ? `20${19 + (rang % 3)}-1${rang % 3}-0${1 + (rang % 9)}` : "2022-07-01");
  const publie = await tables(
    ["cpro_experimental_atlas", "ATL-001"],
    260,
    (rang) => ({
      "contrat/conclu_le": signe(rang),
      ...(rang % 10 === 0 && {
        "contrat/rupture": { le: "2022-05-31", initiative: "accord", motif: "autre emploi", notifiee_le: "2022-06-03" },
      }),
      ...(rang % 4 === 1 && { attestation: { remise_le: "2022-06-30" } }),
    }),
    { semestre: "2022-S1" },
  );
  expect(tout(publie, "XP1", 2)).toBe(246);
  expect(valeur(publie, "XP1", "cumul", "demandeur", "9-11")).toBe(246);
  expect(tout(publie, "XP2", 2)).toBe(Array.from({ length: 260 }, (_, rang) => rang).filter((rang) => rang % 4 === 1).length);
  expect(valeur(publie, "XP3", "cumul", "accord")).toBe(26);
});

test("AFEJI : 142 parcours validés en douze ans", async () => {
  const publie = await tables(
    ["rae", "RAE-007"],
    150,
    (rang) => {
      const an = 2013 + (rang % 12);
      const lettre = { candidat_le: `${an - 1}-03-01`, encadrant_le: `${an - 1}-03-01`, direction_le: `${an - 1}-03-04` };
      return { lettre, "jury/le": `${an}-11-20`, "jury/resultat": rang < 142 ? "valide" : "refuse" };
    },
    { semestre: "2024-S2" },
  );
  expect(["RAE1", "RAE2", "RAE3"].map((table) => tout(publie, table, 2))).toEqual([150, 150, 142]);
  expect(valeur(publie, "RAE3.annee", "cumul", "2020")).toBe(12);
});

test("IPSHO : 29 personnes accompagnées, 15 demandes déposées, 9 candidatures recevables, silence compris", async () => {
  const publie = await tables(
    ["vae_pro_th", "TH-012"],
    29,
    (rang) => {
      const recevabilite =
        rang < 5
          ? { depot_le: "2025-03-10" }
          : rang < 9
            ? { depot_le: "2025-03-10", decision: "recevable", decision_le: "2025-04-15" }
            : { depot_le: "2025-03-10", decision: "non_recevable", decision_le: "2025-04-15" };
      return {
        phases: rang < 15 ? { recevabilite } : undefined,
        "orientation/par": rang % 2 === 0 ? "cap_emploi" : "mdph",
        ...(rang >= 27 && { abandon: { le: "2025-05-05", motif: "sante" } }),
      };
    },
    { semestre: "2025-S1" },
  );
  expect(["TH1", "TH2", "TH3", "TH4"].map((table) => tout(publie, table))).toEqual([29, 15, 9, 2]);
  expect(valeur(publie, "TH1", "cumul", "cap_emploi")).toBe(15);
  expect(valeur(publie, "TH4", "cumul", "sante")).toBe(2);
});

test("la MAS : cinq personnes en VAE collective, trois l'obtiennent", async () => {
  const publie = await tables(
    ["vae", "MAS-003"],
    6,
    (rang) => ({
      ...(rang === 5 && { groupe: undefined }),
      "phases/evaluation/jury/resultat": rang < 3 ? "validation_totale" : "validation_partielle",
      ...(rang >= 3 && { "phases/evaluation/jury/blocs_valides": ["RNCP90003BC01"] }),
      ...(rang === 4 && { "phases/evaluation": undefined }),
    }),
    { semestre: "2024-S2" },
  );
  expect(valeur(publie, "VAE1.forme", "cumul", "collective")).toBe(5);
  expect(valeur(publie, "VAE2", "cumul", "validation_totale", "collective")).toBe(3);
  expect(valeur(publie, "VAE2", "cumul", "validation_partielle", "collective")).toBe(1);
  expect(valeur(publie, "VAE2", "cumul", "validation_partielle", "individuelle")).toBe(1);
});

test("Ozange : six AFEST commencées, deux menées au bout", async () => {
  const publie = await tables(
    ["afest", "OZ-003"],
    6,
    (rang) => ({
      ...(rang < 2 && { entretien_cip_le: "2025-05-06" }),
      ...(rang === 2 && { entretien_cip_le: "2025-07-01" }),
    }),
    { semestre: "2025-S1" },
  );
  expect(["AF1", "AF2"].map((table) => tout(publie, table, 2))).toEqual([6, 2]);
  expect(valeur(publie, "AF3", "cumul", "10-19")).toBe(6);
  expect(valeur(publie, "AF4", "cumul", "1-2")).toBe(6);
});

test("Chênelet : soixante-dix CQP en 2023", async () => {
  const publie = await tables(
    ["cqp", "CHE-041"],
    90,
    (rang) => ({
      "beneficiaire/sexe": rang % 3 === 0 ? "femme" : "homme",
      "jury/le": rang < 80 ? "2023-10-20" : "2022-10-20",
      "jury/resultat": rang < 70 || rang >= 80 ? "validation_totale" : "refus",
    }),
    { semestre: "2023-S2" },
  );
  expect(valeur(publie, "CQP2", "cumul", "ensemble", "2023")).toBe(70);
  expect(valeur(publie, "CQP2", "cumul", "ensemble", "2022")).toBe(10);
  expect(tout(publie, "CQP1", 2)).toBe(90);
});

test("les bilans de compétences : commencés, achevés, abandonnés", async () => {
  const publie = await tables(
    ["bilan_competences", "BC-020"],
    12,
    (rang) =>
      rang < 4 ? { synthese_remise_le: undefined, abandon: { le: "2025-06-20", motif: "emploi" } } : { "financement/nature": "cpf" },
    { semestre: "2025-S2" },
  );
  expect(["BC1", "BC2", "BC3"].map((table) => tout(publie, table, 2))).toEqual([12, 8, 4]);
  expect(valeur(publie, "BC2.financement", "cumul", "cpf")).toBe(8);
});
