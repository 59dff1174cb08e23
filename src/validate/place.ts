import { formats } from "../dossier/kinds.ts";
import { type FaultyFile, readText } from "../dossier/load.ts";
import { locate, type Path, type Placed, placedScalar, type Range } from "../dossier/place.ts";
import { list } from "../french.ts";
import { reference } from "../legal.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { RuleFinding } from "./engine.ts";
import type { Finding, Rule } from "./rule.ts";
import { schemaMessages } from "./schema-messages.ts";
import { yamlMessages } from "./yaml-messages.ts";

/** Findings of rules to diagnostics. Only files with something to say are read a second time, for their places. */
export async function placeFindings(findings: readonly RuleFinding[], rules: readonly Rule[]): Promise<Diagnostic[]> {
  const references = new Map(rules.map((rule) => [rule.id, rule.references.map(reference)]));
  const places = new Map<string, Placed>();
  const diagnostics: Diagnostic[] = [];
  for (const { document, ruleId, severity, ...finding } of findings) {
    const { file, text } = document;
    const root = places.get(file) ?? (await placesOf(text));
    places.set(file, root);
    diagnostics.push({ ruleId, severity, references: references.get(ruleId) ?? [], file, ...placeFinding(text, root, finding) });
  }
  return diagnostics;
}

async function placesOf(text: string): Promise<Placed> {
  const reading = await readText(text);
  return "placed" in reading ? reading.placed : placedScalar(undefined, -1, -1);
}

/** What is to be said of a file that is not a text, not YAML, or not the shape of its kind. */
export function diagnoseFaulty({ file, text, refusal, yaml, shape }: FaultyFile): Diagnostic[] {
  const error = { file, severity: "error", references: [] } satisfies Partial<Diagnostic>;
  if (shape !== undefined) {
    const { placed, kind, errors } = shape;
    const found = kind === undefined ? [unknownFormat(placed)] : schemaMessages(kind, text, placed, errors);
    return found.map(({ keyword, ...finding }) => ({ ...error, ruleId: "schema", keyword, ...placeFinding(text, placed, finding) }));
  }
  const refused = refusal === undefined ? [] : [{ range: refusal.range, message: refusal.message, hint: refusal.advice }];
  const told = yaml === undefined ? refused : yamlMessages(text, yaml);
  return told.map((each) => ({ ...error, ruleId: "yaml", path: "", ...each, line: lineAt(text, each.range) }));
}

function unknownFormat({ data }: Placed): Finding & { keyword: string } {
  const { format } = data as { format: string };
  const message = `Le format « ${format} » n'est pas connu de cette version de cpro.`;
  return { keyword: "const", at: ["format"], message, hint: `Les formats connus sont ${list(formats, "et")}.` };
}

function placeFinding(
  text: string,
  root: Placed,
  { at, on, message, hint }: Finding,
): Pick<Diagnostic, "range" | "path" | "message" | "hint" | "line"> {
  const range = locate(text, root, at, on);
  return { range, path: pointer(at), message, ...(hint === undefined ? {} : { hint }), line: lineAt(text, range) };
}

function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function lineAt(text: string, { line }: Range): string {
  return (text.split("\n", line)[line - 1] ?? "").replace(/\r$/, "");
}
