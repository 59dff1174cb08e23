import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { CAS } from "./cas.ts";
import { ecarts, montrer } from "./ecarts.ts";
import { calculerDossier } from "./oracle.ts";
import type { Lecture } from "./types.ts";

const LECTURES: readonly Lecture[] = ["cahier_des_charges", "foire_aux_questions"];

test.each(LECTURES.flatMap((lecture) => CAS.map((cas) => [lecture, cas.nom, cas] as const)))("%s, %s", (lecture, _, cas) => {
  const { parcours, totaux } = calculerDossier(cas.parcours, cas.date, lecture);
  const obtenu = { parcours: Object.fromEntries(parcours.map((un) => [un.identifiant, un])), totaux };
  const liste = ecarts(cas.attendu[lecture], obtenu);
  expect(liste, montrer(liste, ["à la main", "oracle"])).toEqual([]);
});

test("the example of the GEIQ: 10 586.40 spent in the first of two years, at its ceiling", () => {
  const parcours = parse(readFileSync("fixtures/geiq-epe/parcours/EPE-001.yaml", "utf8"));
  const { totaux } = calculerDossier([parcours], "2025-03-01", "cahier_des_charges");
  expect(totaux).toMatchObject({ cout_reel: 10586.4, forfait: 9000, reste_a_charge: 1586.4 });
});
