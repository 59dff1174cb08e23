import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import schema from "../../schemas/dispositif.schema.json" with { type: "json" };
import { definitionDe } from "../../src/dashboard/definition/definition.ts";
import { sqlDeLaCondition } from "../../src/dashboard/definition/sql.ts";
import { lireSemestre } from "../../src/dashboard/index.ts";
import type { Bilan } from "../../src/dispositif/bilan.ts";
import { type Dispositif, dispositifs } from "../../src/dispositif/modele.ts";
import { bilanFautif } from "../../src/dispositif/verifier/bilan.ts";
import type { ParcoursDocument } from "../../src/dossier/load.ts";
import { computeDashboard } from "../../src/secrecy/index.ts";
import { ageOn } from "../../src/words/dates.ts";
import { modele } from "../modeles.ts";
import { dispositif } from "./bilan.ts";
import { valeur } from "./cellules.ts";

const rae = dispositifs.rae?.bilan as Bilan;
const vae = dispositif.bilan as Bilan;
const connus = { phases: [] as string[], parametres: [] as string[] };

describe("un bilan", () => {
  test.each(Object.entries(dispositifs))("de %s se suit", (_, { bilan }) => {
    if (bilan !== undefined) expect(definitionDe(bilan)).toBe(definitionDe(bilan));
  });

  test("de la RAE a la forme voulue, et ne nomme rien qu'il n'ait", () => {
    const valide = new Ajv2020({ strictRequired: false, strictTypes: false, formats: { date: true } })
      .addSchema(schema)
      .compile({ $ref: `${schema.$id}#/$defs/bilan` });
    expect(valide(rae), JSON.stringify(valide.errors)).toBe(true);
    expect(bilanFautif(rae, connus)).toEqual([]);
    expect(definitionDe(rae).indicateurs).toHaveLength(9);
  });

  test.each([
    ["une colonne", { entree: "autre_le" }, "bilan/entree : La colonne « autre_le »"],
    ["une population", { tables: [{ ...rae.tables[0], population: "nul" }] }, "bilan/tables/0/population : La population « nul »"],
    ["un tableau", { tables: rae.tables.slice(1) }, "bilan/synthese/figures/0/termes/0/table : Le tableau « RAE1 »"],
    ["une dimension", { echelles: ["taille"] }, "bilan/echelles/0 : La dimension « taille »"],
    ["un chiffre", { synthese: { ...rae.synthese, taux: [{ id: "t", numerateur: "rien" }] } }, "taux/0/numerateur : Le chiffre « rien »"],
    [
      "deux fois un id",
      { populations: [...rae.populations, rae.populations[0]] },
      "bilan/populations/3/id : L'id « engages » est déjà pris.",
    ],
  ])("qui nomme %s qu'il n'a pas est refusé, à sa place", (_, autre, message) => {
    const fautes = bilanFautif({ ...rae, ...autre } as Bilan, connus).map(({ at, message: dit }) => `${at.join("/")} : ${dit}`);
    expect(fautes).toContainEqual(expect.stringContaining(message));
  });

  test.each([
    [{ colonnes: { ...rae.colonnes, inventee: {} } }, /colonne inventee n'est pas de celles/],
    [{ entree: "structure" }, /structure n'est pas un jour/],
    [{ familles: { ...rae.familles, engages: "Reconnus depuis le début" } }, /« Reconnus depuis le début » y nomme deux choses/],
    [
      {
        tables: [
          { ...vae.tables[0], id: "X", population: "engages", dimensions: ["sexe"], grandeur: { type: "moyenne", colonne: "cout" } },
        ],
      },
      /pas de colonne entreprise/,
    ],
  ])("qui ne peut pas être compté est refusé", (autre, message) => {
    expect(() => definitionDe({ ...rae, ...autre } as Bilan)).toThrow(message);
  });

  test("dit des conditions, non du SQL", () => {
    expect(sqlDeLaCondition({ colonne: "site", vaut: ["l'un", "'; DROP TABLE parcours; --"] })).toBe(
      "site IN ('l''un', '''; DROP TABLE parcours; --')",
    );
  });
});

/** Sixty persons of the RAE: engaged or not, heard or not, recognised or not. */
const personnes = Array.from({ length: 60 }, (_, rang) => {
  const signatures = {
    candidat_le: jour(2022 + (rang % 3), 1 + (rang % 12), 5),
    encadrant_le: jour(2022 + (rang % 3), 1 + (rang % 12), 12),
  };
  const engagement = rang % 7 === 6 ? undefined : jour(2022 + (rang % 3), 1 + (rang % 12), 20);
  const jury =
    rang % 3 === 0 ? undefined : { le: jour(2023 + (rang % 3), 1 + (rang % 12), 25), resultat: rang % 5 === 0 ? "refuse" : "valide" };
  return {
    sexe: rang % 4 === 0 ? "femme" : "homme",
    date_naissance: jour(1970 + (rang % 35), 3, 14),
    type: ["esat", "ea", "aci", "ime", "iem", "ebe"][rang % 6] as string,
    lettre: { ...signatures, ...(engagement !== undefined && { direction_le: engagement }) },
    engagement,
    jury,
  };
});

function jour(annee: number, mois: number, quantieme: number): string {
  return `${annee}-${String(mois).padStart(2, "0")}-${quantieme < 10 ? "0" : ""}${quantieme}`;
}

describe("la RAE", () => {
  const fin = "2024-12-31";
  const sien = dispositifs.rae as Dispositif;
  const documents = personnes.map(({ sexe, date_naissance, type, lettre, engagement, jury }, rang): ParcoursDocument => {
    const data = {
      format: "cpro/parcours/1",
      dispositif: "rae",
      identifiant: `RAE-${rang}`,
      beneficiaire: { sexe, date_naissance, departement: "59" },
      structure: { type, denomination: "Exemple", departement: "62" },
      lettre,
      ...(engagement !== undefined && { calcul: { engagement } }),
      ...(jury && { jury }),
    };
    return {
      file: `${rang}.yaml`,
      bytes: Buffer.from(String(rang)),
      kind: "parcours",
      data: data as unknown as ParcoursDocument["data"],
      modele: { ...modele, dispositif: sien },
    };
  });
  const input = {
    dispositif: sien,
    dossier: { fiches: [], parcours: documents },
    semestre: lireSemestre("2024-S2"),
    date: "2025-07-01",
    ineligibles: new Map(),
    couts: new Map(),
  };

  test("compte les engagés, les entendus et les reconnus comme on les compterait un à un", async () => {
    const { publier } = await computeDashboard(input);
    const publie = publier(new Set());
    const engages = personnes.filter(({ engagement }) => engagement !== undefined);
    const populations = {
      RAE1: engages.filter(({ engagement = "" }) => engagement <= fin),
      RAE2: engages.filter(({ jury }) => jury !== undefined && jury.le <= fin),
      RAE3: engages.filter(({ jury }) => jury !== undefined && jury.le <= fin && jury.resultat === "valide"),
    };
    const bande = ({ date_naissance, engagement = "" }: (typeof personnes)[number]): string => {
      const age = ageOn(date_naissance, engagement);
      const bornes = [16, 18, 21, 26, 30, 35, 45, 50].findLast((borne) => borne <= age);
      return (
        { 16: "16-17", 18: "18-20", 21: "21-25", 26: "26-29", 30: "30-34", 35: "35-44", 45: "45-49", 50: "50+" }[bornes ?? 0] ?? "non_connu"
      );
    };
    for (const [table, gens] of Object.entries(populations)) {
      expect(gens.length).toBeGreaterThan(5);
      expect(valeur(publie, table, "cumul", "ensemble", "ensemble"), table).toBe(gens.length);
      for (const sexe of ["femme", "homme"])
        for (const age of ["16-17", "18-20", "21-25", "26-29", "30-34", "35-44", "45-49", "50+", "non_connu"])
          expect(valeur(publie, table, "cumul", sexe, age)).toBe(gens.filter((un) => un.sexe === sexe && bande(un) === age).length);
      for (const type of ["esat", "ea", "aci", "ime", "iem", "ebe"])
        expect(valeur(publie, `${table}.structure`, "cumul", type)).toBe(gens.filter((un) => un.type === type).length);
      for (const annee of ["2022", "2023", "2024", "2025"]) {
        const datees = gens.filter(({ engagement = "", jury }) => (table === "RAE1" ? engagement : (jury?.le ?? "")).startsWith(annee));
        expect(valeur(publie, `${table}.annee`, "cumul", annee), `${table} ${annee}`).toBe(datees.length);
      }
    }
    const { RAE1: tous, RAE2: entendus, RAE3: reconnus } = populations;
    expect(publie.figures.map(({ id, valeur: une }) => [id, une])).toEqual([
      ["engages_semestre", tous.filter(({ engagement = "" }) => engagement >= "2024-07-01").length],
      ["engages_cumul", tous.length],
      ["entendus_cumul", entendus.length],
      ["reconnus_semestre", reconnus.filter(({ jury }) => (jury?.le ?? "") >= "2024-07-01").length],
      ["reconnus_cumul", reconnus.length],
    ]);
    expect(publie.taux.map(({ valeur: part }) => part)).toEqual([entendus.length / tous.length, reconnus.length / entendus.length]);
  });
});
