import { lireSemestre, type TablePubliee } from "../../src/dashboard/index.ts";
import type { DashboardInput } from "../../src/dashboard/input.ts";
import type { Parcours } from "../../src/generated/parcours.ts";
import { computeDashboard } from "../../src/secrecy/index.ts";
import { dispositif } from "./bilan.ts";
import { couts, documents, fichesDe } from "./dossier.ts";

/** The tables of a dossier with nothing hidden, for the first half of 2025 unless said otherwise. */
export async function tables(
  donnees: readonly Parcours[],
  { semestre = "2025-S1", date = "2026-09-01", ...reste }: Partial<Omit<DashboardInput, "semestre">> & { semestre?: string } = {},
) {
  const input = {
    dispositif,
    dossier: { fiches: fichesDe(donnees), parcours: documents(donnees) },
    ineligibles: new Map<string, string[]>(),
    couts: couts(donnees.length),
    ...reste,
  };
  const dashboard = await computeDashboard({ ...input, semestre: lireSemestre(semestre), date });
  return { ...dashboard, ...dashboard.publier(new Set()) };
}

/** The value of a cell, by its codes in the order of the table's dimensions. */
export function valeur(
  { tables }: { tables: readonly TablePubliee[] },
  id: string,
  mesure: "semestre" | "cumul",
  ...codes: string[]
): number | null | undefined {
  const table = tables.find((one) => one.id === id);
  const cellule = table?.cellules.find(
    (one) => one.mesure === mesure && table.dimensions.every((dimension, rang) => one.codes[dimension.id] === codes[rang]),
  );
  return cellule?.valeur;
}
