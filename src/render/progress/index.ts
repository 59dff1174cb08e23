import type { Acteur } from "../../progress/acteurs.ts";
import type { Progres } from "../../progress/index.ts";
import { renderDetail } from "./detail.ts";
import { renderJson } from "./json.ts";
import { renderTable } from "./table.ts";

/** The form that the options ask for: one parcours is told in full; one actor is told what comes next too. */
export function render(
  progres: Progres,
  options: { format: "table" | "json"; parcours?: string[]; late?: boolean; who?: Acteur },
  columns?: number,
): string {
  if (options.format === "json") return renderJson(progres);
  if (options.parcours !== undefined) return renderDetail(progres);
  return renderTable(progres, { aVenir: options.who !== undefined && !options.late, ...(columns === undefined ? {} : { columns }) });
}
