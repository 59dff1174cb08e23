import { cached, keyOf } from "../dossier/cache.ts";
import { type DossierMixte, dossierOf, readSources } from "../dossier/load.ts";
import type { Source } from "../dossier/source.ts";
import { build } from "../generated/version.ts";
import type { Day } from "../words/dates.ts";
import { countBySeverity, type Diagnostic, type Severity, sortDiagnostics } from "./diagnostic.ts";
import { type RuleFinding, runRules } from "./engine.ts";
import { diagnoseFaulty, placeFindings } from "./place.ts";
import { reglesDe } from "./regles.ts";
import { rules } from "./rules/index.ts";

/** What a check found, ready to be rendered. */
export interface Report {
  /** Number of cpro files looked at. */
  files: number;
  diagnostics: Diagnostic[];
  counts: Record<Severity, number>;
  /** File of each parcours that is not eligible, with the ids of the rules it breaks. */
  ineligible: ReadonlyMap<string, string[]>;
  ignored: DossierMixte["ignored"];
  lost: DossierMixte["lost"];
}

export interface CheckOptions {
  /** The day of the check. */
  date: Day;
  /** The name of the standard input, when it is among the paths. */
  stdinName?: string;
  /** A folder of dispositifs, besides those that the paths come with. */
  dispositifs?: string | undefined;
  /** Whether informations are told too, or only counted; they are by default. */
  infos?: boolean;
  /** The folder that keeps reports, so that the same files are not checked twice; none is kept without it. */
  cacheFolder?: string;
}

/** Checks every cpro file that the paths lead to, as of a given day. */
export async function checkPaths(
  paths: readonly string[],
  { date, stdinName, dispositifs, infos = true, cacheFolder }: CheckOptions,
): Promise<Report> {
  const read = await readSources(paths, { dispositifs, ...(stdinName !== undefined && { stdinName }) });
  const check = async (): Promise<Report> => checkDossier(await dossierOf(read, true), { date, infos });
  if (cacheFolder === undefined) return check();
  const key = keyOf([
    build,
    date,
    String(infos),
    ...read.lost.flatMap(({ path, reason }) => [path, reason]),
    ...read.sources.flatMap(contentOf),
    ...(read.propres?.contenu ?? []),
  ]);
  // A report is kept as JSON, which has no maps: what is not eligible is for `funding`, which asks for its own check.
  return { ...(await cached(cacheFolder, key, check)), ineligible: new Map() };
}

/** All that the findings of a file depend on, besides the other files: its name, its text, or why it has none. */
function contentOf({ file, bytes, refusal }: Source): (string | Uint8Array)[] {
  return [file, bytes, refusal?.message ?? ""];
}

/** Checks a dossier that is loaded; findings that are not told are only counted. */
export async function checkDossier(dossier: DossierMixte, { date, infos = true }: Pick<CheckOptions, "date" | "infos">): Promise<Report> {
  const found = runRules(reglesDe, dossier, date);
  const told = infos ? found : found.filter(({ severity }) => severity !== "info");
  const diagnostics = await placeFindings(told);
  for (const file of dossier.faulty) diagnostics.push(...(await diagnoseFaulty(file)));
  const { fiches, parcours, demarches, faulty, ignored, lost } = dossier;
  return {
    files: fiches.length + parcours.length + demarches.length + faulty.length,
    diagnostics: sortDiagnostics(diagnostics),
    counts: { ...countBySeverity(diagnostics), info: found.filter(({ severity }) => severity === "info").length },
    ineligible: ineligibleFiles(found),
    ignored,
    lost,
  };
}

const eligibilityRules = new Set(rules.filter(({ eligibility }) => eligibility).map(({ id }) => id));

function ineligibleFiles(findings: readonly RuleFinding[]): Map<string, string[]> {
  const motifs = new Map<string, string[]>();
  for (const { ruleId, severity, document } of findings) {
    if (severity !== "error" || !eligibilityRules.has(ruleId)) continue;
    motifs.set(document.file, [...new Set([...(motifs.get(document.file) ?? []), ruleId])]);
  }
  return motifs;
}
