import { computeDashboard, lireSemestre, requetes, type TableauDeBord } from "../dashboard/index.ts";
import { protect, thresholdsAt } from "../disclosure/index.ts";
import { count } from "../french.ts";
import { version } from "../generated/version.ts";
import { checkDossier } from "../validate/index.ts";
import { coutsParFichier } from "./couts.ts";
import type { DashboardOptions } from "./dashboard-options.ts";
import type { Io } from "./io.ts";
import { openDossier } from "./open.ts";

/** From paths to what may be shown: the cores are put together here, for none of them knows another. */
export async function makeDashboard(
  paths: readonly string[],
  { semester, date, diffusion, seuil }: DashboardOptions,
  io: Io,
): Promise<TableauDeBord> {
  const semestre = lireSemestre(semester);
  const dossier = await openDossier(paths, io);
  const { ineligible } = await checkDossier(dossier, { date });
  const dashboard = await computeDashboard({
    dossier,
    semestre,
    date,
    ineligibles: ineligible,
    couts: coutsParFichier(dossier.parcours, date),
  });
  noteLeftOut(dashboard.sources, io);
  const { publier, systeme, ...known } = dashboard;
  if (diffusion === "interne") return { ...known, version, ...publier(new Set()) };
  const secret = thresholdsAt(date, seuil);
  return { ...known, version, secret, ...publier(protect(systeme, secret)) };
}

/** The query of each table. */
export function dashboardSql({ semester, date }: DashboardOptions): string {
  const queries = requetes(lireSemestre(semester), date);
  return queries.map(({ id, sql }) => `-- ${id}\n${sql}\n`).join("\n");
}

function noteLeftOut({ nonConclus, ineligibles }: TableauDeBord["sources"], io: Io): void {
  if (nonConclus > 0) io.note(`${count(nonConclus, "parcours", "parcours")} sans contrat conclu : rien à compter.`);
  if (ineligibles > 0) {
    io.note(
      `${count(ineligibles, "parcours non éligible", "parcours non éligibles")} : hors des tableaux de financement, comptés ailleurs. « cpro validate » dit pourquoi.`,
    );
  }
}
