import { type FaultyFile, placesOf, type Shape } from "../dossier/entry.ts";
import { formats } from "../dossier/kinds.ts";
import { type Lined, lineAt, linesOf, locate, type Path, type Placed } from "../dossier/place.ts";
import { reference } from "../legal/index.ts";
import { list } from "../words/french.ts";
import { nearest } from "../words/suggest.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { RuleFinding } from "./engine.ts";
import { cut, othersMessage } from "./messages/cut.ts";
import { type SchemaFinding, schemaMessages } from "./messages/schema.ts";
import { yamlMessages } from "./messages/yaml.ts";
import type { Finding } from "./rule.ts";

/** Findings of rules to diagnostics. Only files with something to say are read a second time, for their places. */
export async function placeFindings(findings: readonly RuleFinding[]): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const [document, group] of byDocument(findings)) {
    const { file, bytes } = document;
    const [root, lined] = [await placesOf(document), linesOf(bytes)];
    const { told, others } = cut(group, ({ severity }) => severity);
    for (const { document: _, ruleId, severity, references, ...finding } of told) {
      diagnostics.push({ ruleId, severity, references: references.map(reference), file, ...placeFinding(lined, root, finding) });
    }
    for (const { first, ...many } of others) {
      const { severity, number } = many;
      const placed = placeFinding(lined, root, { at: first.at, on: first.on ?? "value", ...othersMessage({ first, ...many }) });
      diagnostics.push({ ruleId: first.ruleId, severity, number, references: [], file, ...placed });
    }
  }
  return diagnostics;
}

function byDocument(findings: readonly RuleFinding[]): Map<RuleFinding["document"], RuleFinding[]> {
  const groups = new Map<RuleFinding["document"], RuleFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.document);
    if (group === undefined) groups.set(finding.document, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** What is to be said of a file that is not a text, not YAML, or not the shape of its kind. */
export async function diagnoseFaulty({ file, bytes, refusal, yaml, shape, fautes }: FaultyFile): Promise<Diagnostic[]> {
  const error = { file, severity: "error", references: [] } satisfies Partial<Diagnostic>;
  const lined = linesOf(bytes);
  if (shape !== undefined) {
    const root = await placesOf({ bytes, ...shape });
    const { forme, errors } = shape;
    const found = forme === undefined ? [unknownForme(shape, root)] : schemaMessages(forme, bytes, root, errors);
    return found.map(({ keyword, number, ...finding }) => ({
      ...error,
      ruleId: "schema",
      keyword,
      ...(number === undefined ? {} : { number }),
      ...placeFinding(lined, root, finding),
    }));
  }
  if (fautes !== undefined) {
    const root = fautes.places();
    return fautes.told.map((faute) => ({ ...error, ruleId: "schema", keyword: "dispositif", ...placeFinding(lined, root, faute) }));
  }
  const refused = refusal === undefined ? [] : [{ range: refusal.range, message: refusal.message, hint: refusal.advice }];
  const told = yaml === undefined ? refused : yamlMessages(lined, yaml);
  return told.map((each) => ({
    ...error,
    ruleId: file.endsWith(".json") ? "json" : "yaml",
    path: "",
    ...each,
    line: lineAt(lined, each.range),
  }));
}

/** A format that is not known, a dispositif that is not, or one that has no such file. */
function unknownForme({ kind, modele, nommes = [], isEnFaute }: Shape, { data }: Placed): SchemaFinding {
  if (kind === undefined) return unknownFormat(data);
  const { dispositif } = data as { dispositif: unknown };
  const at = ["dispositif"];
  if (modele !== undefined) {
    const { libelle } = modele.dispositif;
    return {
      keyword: "enum",
      at,
      message: `Le dispositif « ${libelle} » n'a pas de fiche projet.`,
      hint: "Retirez ce fichier du dossier, ou corrigez son dispositif.",
    };
  }
  if (isEnFaute) {
    return {
      keyword: "enum",
      at,
      message: `Le dispositif « ${String(dispositif)} » comporte des erreurs : ce fichier n'a pas pu être vérifié.`,
      hint: `Corrigez d'abord ce qui est dit de dispositifs/${String(dispositif)}.`,
    };
  }
  const meant = nearest(String(dispositif), nommes);
  const hint = meant === undefined ? "« cpro dispositifs » dit lesquels cpro connaît ici." : `Vouliez-vous dire « ${meant} » ?`;
  return { keyword: "enum", at, message: `Le dispositif « ${String(dispositif)} » est inconnu : on attend ${list(nommes)}.`, hint };
}

function unknownFormat(data: unknown): SchemaFinding {
  const { format } = data as { format: string };
  const message = `Le format « ${format} » n'est pas connu de cette version de cpro.`;
  const isDispositif = format.startsWith("cpro/dispositif/");
  if (isDispositif)
    return { keyword: "const", at: ["format"], message, hint: "Un dispositif se range dans dispositifs/<identifiant>/dispositif.yaml." };
  return { keyword: "const", at: ["format"], message, hint: `Les formats connus sont ${list(formats, "et")}.` };
}

function placeFinding(
  lined: Lined,
  root: Placed,
  { at, on, message, hint }: Finding,
): Pick<Diagnostic, "range" | "path" | "message" | "hint" | "line"> {
  const range = locate(lined, root, at, on);
  return { range, path: pointer(at), message, ...(hint === undefined ? {} : { hint }), line: lineAt(lined, range) };
}

function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
