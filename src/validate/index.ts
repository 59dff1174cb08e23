import type { Day } from "../dates.ts";
import { type Dossier, loadDossier } from "../dossier/load.ts";
import { type Diagnostic, sortDiagnostics } from "./diagnostic.ts";
import { type RuleFinding, runRules } from "./engine.ts";
import { diagnoseFaulty, placeFindings } from "./place.ts";
import { rules } from "./rules/index.ts";

/** What a check found, ready to be rendered. */
export interface Report {
  /** Number of cpro files looked at. */
  files: number;
  diagnostics: Diagnostic[];
  /** File of each parcours that is not eligible, with the ids of the rules it breaks. */
  ineligible: Map<string, string[]>;
  ignored: Dossier["ignored"];
  lost: Dossier["lost"];
}

/** Checks every cpro file that the paths lead to, as of a given day. */
export async function checkPaths(paths: readonly string[], { date }: { date: Day }): Promise<Report> {
  return checkDossier(await loadDossier(paths), { date });
}

export async function checkDossier(dossier: Dossier, { date }: { date: Day }): Promise<Report> {
  const found = runRules(rules, dossier, date);
  const diagnostics = [...dossier.faulty.flatMap(diagnoseFaulty), ...(await placeFindings(found, rules))];
  const { fiches, parcours, faulty, ignored, lost } = dossier;
  return {
    files: fiches.length + parcours.length + faulty.length,
    diagnostics: sortDiagnostics(diagnostics),
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
