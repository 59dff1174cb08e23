import { version } from "../../generated/version.ts";
import type { Diagnostic, Severity } from "../../validate/diagnostic.ts";
import type { Report } from "../../validate/index.ts";
import { legible } from "../../words/texte.ts";

const levels: Record<Severity, string> = { error: "error", warning: "warning", info: "note" };

/** SARIF 2.1.0, for code-scanning services and editors. */
export function renderSarif({ diagnostics }: Report): string {
  const ruleIds = [...new Set(diagnostics.map(({ ruleId }) => ruleId))].sort();
  const rules = ruleIds.map((id) => ({ id, ...helpOf(diagnostics.find(({ ruleId }) => ruleId === id)) }));
  const driver = { name: "cpro", version, language: "fr-FR", rules };
  const results = diagnostics.map((diagnostic) => resultOf(diagnostic, ruleIds.indexOf(diagnostic.ruleId)));
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, language: "fr-FR", columnKind: "utf16CodeUnits", results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function helpOf(diagnostic: Diagnostic | undefined): Record<string, unknown> {
  const { titre, url } = diagnostic?.references[0] ?? {};
  return { ...(titre === undefined ? {} : { help: { text: titre } }), ...(url === undefined ? {} : { helpUri: url }) };
}

function resultOf({ ruleId, severity, file, range, message, hint }: Diagnostic, ruleIndex: number): Record<string, unknown> {
  const region = { startLine: range.line, startColumn: range.column, endLine: range.endLine, endColumn: range.endColumn };
  return {
    ruleId,
    ruleIndex,
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }],
  };
}

/** A file as a URI reference: each step encoded, slashes kept; an absolute path is a file URI. */
function uriOf(file: string): string {
  const path = file
    .replaceAll("\\", "/")
    .split("/")
    .map((step) => encodeURIComponent(legible(step)))
    .join("/");
  return path.startsWith("/") ? `file://${path}` : path;
}
