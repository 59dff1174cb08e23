import { expect, test } from "vitest";
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
