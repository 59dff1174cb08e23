import type { Diagnostic, Severity } from "../../validate/diagnostic.ts";
import type { Report } from "../../validate/index.ts";
import { visible } from "../../words/visible.ts";
import { style } from "../terminal/style.ts";

const labels: Record<Severity, string> = { error: "erreur", warning: "avertissement", info: "info" };
const colours: Record<Severity, (text: string) => string> = { error: style.boldRed, warning: style.yellow, info: style.blue };

/** Each finding for a person: place, sentence, the line with the value underlined, what to do and the law behind. */
export function renderText({ diagnostics }: Report): string {
  return diagnostics.map((diagnostic) => `${renderDiagnostic(diagnostic)}\n`).join("\n");
}

function renderDiagnostic(diagnostic: Diagnostic): string {
  const { file, range, severity, message, ruleId } = diagnostic;
  const place = style.bold(visible(`${file}:${range.line}:${range.column}`));
  const head = `${place}  ${colours[severity](labels[severity])}  ${visible(message)}  ${style.dim(ruleId)}`;
  return [head, ...frame(diagnostic), ...advice(diagnostic)].join("\n");
}

/** How much of a long line is shown around the place. */
const FRAME_WIDTH = 100;

function frame({ range, line, severity }: Diagnostic): string[] {
  if (line.trim() === "") return [];
  const number = String(range.line).padStart(5);
  const from = range.column > FRAME_WIDTH ? range.column - FRAME_WIDTH / 2 : 0;
  const [start, end] = [range.column - 1, Math.min(range.endColumn - 1, from + FRAME_WIDTH)];
  const show = (text: string): string => visible(text.replaceAll("\t", " "));
  const [before, inside] = [show(line.slice(from, start)), show(line.slice(start, end))];
  const shown = `${before}${inside}${show(line.slice(end, from + FRAME_WIDTH))}`;
  const marker = " ".repeat(before.length) + "^".repeat(Math.max(1, inside.length));
  return [`${style.dim(`${number} │`)} ${shown}`, `${style.dim("      │")} ${colours[severity](marker)}`];
}

function advice({ hint, references }: Diagnostic): string[] {
  const law = references.map(({ titre }) => titre).join(" ; ");
  if (hint === undefined && law === "") return [];
  return [`   → ${[hint && visible(hint), law === "" ? "" : style.dim(law)].filter(Boolean).join("   ")}`];
}
