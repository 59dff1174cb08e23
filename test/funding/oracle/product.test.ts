/**
 * The product against the oracle: the cases reckoned by hand, then 100 random dossiers (some 350 contracts), in both readings. A failure shows each kind of
 * difference once, with its number; where the texts leave room, compare first with the choices listed at the head of `oracle.ts`.
 */
import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { shapeFaults } from "../../fixtures/files.ts";
import { CAS } from "./cas.ts";
import { montrer } from "./ecarts.ts";
import { dossierAuHasard } from "./hasard.ts";
import { type Comparaison, comparer, ecrireDossier, jourFacultatif } from "./produit.ts";
import { Tirage } from "./tirage.ts";
import type { Lecture, Parcours } from "./types.ts";

const LECTURES: readonly Lecture[] = ["cahier_des_charges", "foire_aux_questions"];
const JOURS = ["2024-07-31", "2025-01-31", "2025-12-31", "2026-06-30", "2029-01-01"] as const;
const refusSansJour = jourFacultatif();

/** Sixty random dossiers of one day, as one: few runs of the command line. */
function tirer(date: string, rang: number): Parcours[] {
  const graines = Array.from({ length: 20 }, (_, n) => rang * 1000 + n);
  return graines.flatMap((graine) => dossierAuHasard(new Tirage(graine), `H${graine}`, { date, refusSansJour }));
}

async function dansLesDeuxLectures(parcours: Parcours[], date: string): Promise<Comparaison[]> {
  const dossier = ecrireDossier(parcours);
  const comparaisons = await Promise.all(LECTURES.map((lecture) => comparer(parcours, dossier, date, lecture)));
  for (const [rang, { ecarts }] of comparaisons.entries()) {
    if (ecarts.length > 0) expect.fail(`${LECTURES[rang]}, ${date}, dossier gardé dans ${dossier}\n${montrer(ecarts)}`);
  }
  rmSync(dossier, { recursive: true });
  return comparaisons;
}

const parJour = new Map<string, Parcours[]>();
for (const { date, sansJour, parcours } of CAS) {
  if (!sansJour || refusSansJour) parJour.set(date, [...(parJour.get(date) ?? []), ...parcours]);
}

test.each([...parJour])("the cases reckoned by hand, on %s", async (date, parcours) => {
  await dansLesDeuxLectures(parcours, date);
});

test("random dossiers have the shape that the schema asks", () => {
  const fautes = JOURS.flatMap(tirer).flatMap((parcours) => shapeFaults(stringify(parcours)).map((faute) => faute.replaceAll(/\d+/g, "*")));
  expect([...new Set(fautes)]).toEqual([]);
});

test.each(JOURS.map((date, rang) => [date, rang] as const))("twenty random dossiers, on %s", async (date, rang) => {
  const comparaisons = await dansLesDeuxLectures(tirer(date, rang), date);
  for (const { exclus, parcours } of comparaisons) expect(exclus / parcours).toBeLessThan(0.1);
});
