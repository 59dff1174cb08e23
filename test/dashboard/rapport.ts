import { lireSemestre, type TableauDeBord } from "../../src/dashboard/index.ts";
import type { DashboardInput } from "../../src/dashboard/input.ts";
import { protect, thresholdsAt } from "../../src/disclosure/index.ts";
import { computeDashboard } from "../../src/secrecy/index.ts";
import { dispositif } from "./bilan.ts";
import { couts, documents, fiche, fichesDe, foule } from "./dossier.ts";

export const date = "2025-07-10";

type Voulu = Partial<DashboardInput> & { interne?: boolean };

const faits = new Map<string, Promise<TableauDeBord>>();

/** The dashboard of an invented crowd, as it would be published; made once, for its secrecy takes seconds. */
export function rapport(nombre: number, voulu: Voulu = {}): Promise<TableauDeBord> {
  const nom = JSON.stringify([nombre, voulu]);
  const fait = faits.get(nom) ?? nouveauRapport(nombre, voulu);
  faits.set(nom, fait);
  return fait;
}

/** The same, made again. */
export async function nouveauRapport(nombre: number, { interne = false, ...reste }: Voulu = {}): Promise<TableauDeBord> {
  const dossier = { fiches: [fiche("2024-01-01"), ...fichesDe(foule(nombre))], parcours: documents(foule(nombre)) };
  const input = { dispositif, dossier, semestre: lireSemestre("2025-S1"), date, ineligibles: new Map(), couts: couts(nombre), ...reste };
  const { publier, systeme, relire: _, ...known } = await computeDashboard(input);
  if (interne) return { ...known, version: "0.0.0", ...publier(new Set()) };
  const secret = thresholdsAt(date);
  return { ...known, version: "0.0.0", secret, ...publier((await protect(systeme, secret)).hidden) };
}
