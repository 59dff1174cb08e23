import { computeDashboard, type DashboardInput, lireSemestre, type TableauDeBord } from "../../src/dashboard/index.ts";
import { protect, thresholdsAt } from "../../src/disclosure/index.ts";
import { couts, documents, fiche, foule } from "./dossier.ts";

export const date = "2025-07-10";

/** The dashboard of an invented crowd, as it would be published. */
export async function rapport(
  nombre: number,
  { interne = false, ...reste }: Partial<DashboardInput> & { interne?: boolean } = {},
): Promise<TableauDeBord> {
  const dossier = { fiches: [fiche("2024-01-01")], parcours: documents(foule(nombre)) };
  const input = { dossier, semestre: lireSemestre("2025-S1"), date, ineligibles: new Map(), couts: couts(nombre), ...reste };
  const { publier, systeme, relire: _, ...known } = await computeDashboard(input);
  if (interne) return { ...known, version: "0.0.0", ...publier(new Set()) };
  const secret = thresholdsAt(date);
  return { ...known, version: "0.0.0", secret, ...publier((await protect(systeme, secret)).hidden) };
}
