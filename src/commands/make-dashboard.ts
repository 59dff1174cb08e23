import { createHash } from "node:crypto";
import {
  computeDashboard,
  definitions,
  dimensions,
  lireDiffusion,
  lireSemestre,
  type Precedent,
  requetes,
  type TableauDeBord,
} from "../dashboard/index.ts";
import { type Attribute, thresholdsAt } from "../disclosure/index.ts";
import { readSource } from "../dossier/source.ts";
import { count } from "../french.ts";
import { version } from "../generated/version.ts";
import { dictionaryMarkdown } from "../render/dashboard/dictionary.ts";
import { coutsParFichier } from "./couts.ts";
import type { DashboardOptions } from "./dashboard-options.ts";
import type { Io } from "./io.ts";
import { ouvrirSources } from "./open-dashboard.ts";
import { publishSafely } from "./secret.ts";

/** A dashboard that may be shown, and the records it was compared with. */
interface Made {
  report: TableauDeBord;
  precedents: Precedent[];
}

/** From paths to what may be shown: the cores are put together here, for none of them knows another. */
export async function makeDashboard(paths: readonly string[], options: DashboardOptions, io: Io): Promise<Made> {
  const { semester, date, diffusion, seuil, by: selon } = options;
  const semestre = lireSemestre(semester);
  const precedents = (options.previous ?? []).map(precedentDe);
  const sources = await ouvrirSources(paths, options, io);
  const eligibles = sources.dossier.parcours.filter(({ file }) => !sources.ineligibles.has(file));
  const given = { ...sources, couts: coutsParFichier(eligibles, date) };
  const dashboard = await computeDashboard({ ...given, semestre, date, selon, precedents });
  noteLeftOut(dashboard.sources, io);
  const { publier, systeme: _, relire: __, ...known } = dashboard;
  if (diffusion === "interne") return { report: { ...known, version, ...publier(new Set()) }, precedents };
  const secret = thresholdsAt(date, seuil);
  const { publication, kept, attributes } = await publishSafely(dashboard, secret, precedents, ({ decoupage, ...earlier }) =>
    computeDashboard({ ...given, ...earlier, selon: decoupage }),
  );
  noteAttributes(attributes, io);
  return { report: { ...known, version, secret: { ...secret, kept }, ...publication }, precedents };
}

function precedentDe(file: string): Precedent {
  const { text } = readSource(file);
  return { ...lireDiffusion(file, text), sha256: createHash("sha256").update(text).digest("hex") };
}

/** The query of each table. */
export function dashboardSql({ semester, date, by }: DashboardOptions): string {
  const queries = requetes(lireSemestre(semester), date, by);
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

/** What the tables say and their codes. */
export function dashboardDictionary(): string {
  return dictionaryMarkdown({ definitions: definitions(), dimensions: dimensions() });
}

/** A number may be safe and still say something of everybody it counts. */
function noteAttributes(attributes: readonly Attribute[], io: Io): void {
  const [first] = attributes;
  if (first === undefined) return;
  const who = Object.values(first.group).join(", ");
  io.note(
    `Attention : ${count(attributes.length, "groupe publié est tout entier", "groupes publiés sont tout entiers")} dans une seule catégorie ; ainsi dans ${first.table} (${first.mesure}), les ${first.persons} personnes de « ${who} » sont toutes « ${Object.values(first.category).join(", ")} ».`,
  );
}
