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
} from "../../dashboard/index.ts";
import { type Attribute, thresholdsAt } from "../../disclosure/index.ts";
import { readSource } from "../../dossier/source.ts";
import { count } from "../../french.ts";
import { version } from "../../generated/version.ts";
import type { Io } from "../../io.ts";
import { dictionaryMarkdown } from "../../render/dashboard/dictionary.ts";
import { coutsParFichier } from "../couts.ts";
import { baseFor } from "./base.ts";
import type { DashboardOptions } from "./options.ts";
import { regionsPubliees } from "./regions.ts";
import { publishSafely, type Recompute } from "./secret.ts";
import { publishRounded } from "./secret-arrondi.ts";
import { ouvrirSources } from "./sources.ts";

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
  const regions = regionsPubliees(sources, options, precedents, io);
  const given = { ...sources, couts: coutsParFichier(eligibles, date), regionsPubliees: regions };
  const dashboard = await computeDashboard({ ...given, semestre, date, selon, precedents });
  noteLeftOut(dashboard.sources, io);
  const { publier, systeme: _, lire: __, relire: ___, ...known } = dashboard;
  if (diffusion === "interne") return { report: { ...known, version, ...publier(new Set()) }, precedents };
  const again: Recompute = ({ decoupage, ...earlier }) => computeDashboard({ ...given, ...earlier, selon: decoupage });
  const thresholds = thresholdsAt(date, seuil);
  const { publication, secret, attributes, withheld } = await (options.secret === "arrondi"
    ? publishRounded(dashboard, { ...thresholds, base: baseFor(thresholds.persons, options.base) }, precedents, again)
    : publishSafely(dashboard, { ...thresholds, ...(options.strict && { strict: true }) }, precedents, again));
  noteAttributes(attributes, io);
  noteWithheld(withheld, io);
  noteRounding(secret, io);
  return { report: { ...known, version, secret, ...publication }, precedents };
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

/** Rare: said, because the reader is told of a greater distance for all counts. */
function noteRounding({ arrondi }: NonNullable<TableauDeBord["secret"]>, io: Io): void {
  if (arrondi === undefined || arrondi.ecart === arrondi.base) return;
  io.note(
    `Aucun arrondi au multiple voisin ne gardait tous les totaux : quelques effectifs vont au multiple suivant. L'écart annoncé est de moins de ${arrondi.ecart}, au lieu de ${arrondi.base}.`,
  );
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

/** Said to who makes the file and not in it: the number would help readers find the groups. */
function noteWithheld(groups: number | undefined, io: Io): void {
  if (!groups) return;
  io.note(
    `${count(groups, "groupe est tout entier", "groupes sont tout entiers")} dans une seule phase de rupture ou une seule décision de jury : --strict a masqué ce qui le dirait.`,
  );
}
