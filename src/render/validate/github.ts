import type { Severity } from "../../validate/diagnostic.ts";
import type { Report } from "../../validate/index.ts";
import { visibleLines } from "../../words/visible.ts";

const commands: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/** Workflow commands that GitHub shows as annotations beside the lines of a change. */
export function renderGithub({ diagnostics }: Report): string {
  return diagnostics
    .map(({ severity, file, range, ruleId, message, hint }) => {
      const place = { file, line: range.line, endLine: range.endLine, col: range.column, endColumn: range.endColumn, title: ruleId };
      const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${commands[severity]} ${properties.join(",")}::${data(hint === undefined ? message : `${message}\n${hint}`)}\n`;
    })
    .join("");
}

/** The escapes of the workflow command syntax: its separators, and ends of line; what a screen would obey is shown by its code. */
function data(text: string): string {
  return visibleLines(text).replaceAll("%", "%25").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
