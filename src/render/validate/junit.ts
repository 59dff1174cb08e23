import type { Diagnostic } from "../../validate/diagnostic.ts";
import type { Report } from "../../validate/index.ts";
import { legible } from "../../words/texte.ts";

/** JUnit XML, for continuous integration: one suite a file with something to say, one test case a finding; only errors fail. */
export function renderJunit({ diagnostics, files }: Report): string {
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics)
    if (byFile.get(diagnostic.file)?.push(diagnostic) === undefined) byFile.set(diagnostic.file, [diagnostic]);
  const suites = [...byFile].map(([file, found]) => suite(file, found));
  const sound = files - byFile.size;
  const rest = sound > 0 ? [element("testsuite", { name: "fichiers sans remarque", tests: sound, failures: 0 }, [])] : [];
  const totals = { name: "cpro validate", tests: diagnostics.length + sound, failures: failures(diagnostics) };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", totals, [...suites, ...rest])}`;
}

function failures(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === "error").length;
}

function suite(file: string, diagnostics: readonly Diagnostic[]): string {
  return element("testsuite", { name: file, tests: diagnostics.length, failures: failures(diagnostics) }, diagnostics.map(testCase));
}

function testCase({ ruleId, severity, file, range, message, hint }: Diagnostic): string {
  const place = `${file}:${range.line}:${range.column}`;
  const text = [message, hint, place].filter(Boolean).join("\n");
  const inside =
    severity === "error"
      ? `<failure message="${xmlText(message)}" type="${ruleId}">${xmlText(text)}</failure>\n`
      : `<system-out>${xmlText(text)}</system-out>\n`;
  return element("testcase", { name: `${ruleId} (${range.line}:${range.column})`, classname: file, file, line: range.line }, [inside]);
}

function element(name: string, attributes: Record<string, string | number>, children: readonly string[]): string {
  const inTag = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  return `<${name}${inTag.join("")}>\n${children.join("")}</${name}>\n`;
}

/** Some signs are not allowed in XML 1.0, even escaped: they are shown by their code. */
function xmlText(text: string): string {
  return legible(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
