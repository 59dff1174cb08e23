import type { Range } from "../dossier/place.ts";
import type { Reference } from "../legal/index.ts";

export type Severity = "error" | "warning" | "info";

/** One thing to say about one place of one file. Every output format is a rendering of these fields. */
export interface Diagnostic {
  /** A rule's id, `schema`, `yaml` or `json`. */
  ruleId: string;
  severity: Severity;
  file: string;
  range: Range;
  /** JSON Pointer of the place in the data. */
  path: string;
  /** What is wrong: the value read and the value expected. */
  message: string;
  /** What to do. */
  hint?: string;
  /** Why: the law behind. */
  references: Reference[];
  /** The JSON Schema keyword, for `schema`. */
  keyword?: string;
  /** The source line that holds the place. */
  line: string;
  /** How many it stands for, when there are too many to tell them one by one. */
  number?: number;
}

/** By file, then by place: the order in which a person reads and corrects. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) => compare(a.file, b.file) || a.range.line - b.range.line || a.range.column - b.range.column || compare(a.ruleId, b.ruleId),
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

export function countBySeverity(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, number = 1 } of diagnostics) counts[severity] += number;
  return counts;
}
