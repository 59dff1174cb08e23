import type { Acteur } from "../../dispositif/deroulement.ts";
import type { Progres } from "../../progress/progres.ts";
import { renderCsv } from "./csv.ts";
import { renderDetail } from "./detail.ts";
import { renderJson } from "./json.ts";
import { renderTable } from "./table.ts";

interface Options {
  format: "table" | "json" | "csv" | "ics" | "html";
  parcours?: string[];
  late?: boolean;
  who?: Acteur;
  /** A span was asked for: what comes within it is told too. */
  within?: unknown;
}

/** The form that the options ask for: one parcours is told in full; one actor, or a span of days, is told what comes next too. */
export async function render(progres: Progres, options: Options, columns?: number): Promise<string> {
  if (options.format === "json") return renderJson(progres);
  if (options.format === "csv") return renderCsv(progres);
  if (options.format === "ics") return (await import("./ics.ts")).renderIcs(progres);
  if (options.format === "html") return (await import("./html/index.ts")).renderHtml(progres);
  if (options.parcours !== undefined) return renderDetail(progres);
  const aVenir = (options.who !== undefined || options.within !== undefined) && !options.late;
  return renderTable(progres, { aVenir, ...(columns === undefined ? {} : { columns }) });
}
