import { createHash } from "node:crypto";
import { basename } from "node:path";
import { diffusionDe, type Precedent, relireParquet, type TableauDeBord } from "../../dashboard/index.ts";
import { proveDerived, proveFile, proveLines } from "../../disclosure/index.ts";
import { writeOutput, writeOutputs } from "../../dossier/write/output.ts";
import type { Io } from "../../io.ts";
import { type DashboardFormat, renderDashboard } from "../../render/dashboard/index.ts";
import { dashboardSummary } from "../../render/dashboard/summary.ts";
import type { DashboardOptions } from "./options.ts";
import { recordOf } from "./releves.ts";

/**
 * Prints or writes a dashboard. What is written to be published has its record beside it; what is confidential has none, for a
 * record is read as what the public knows.
 */
export async function writeDashboard(
  report: TableauDeBord,
  precedents: readonly Precedent[],
  options: DashboardOptions,
  io: Io,
): Promise<void> {
  const { format, force = false } = options;
  const content = await renderDashboard(report, format);
  if (report.secret !== undefined) await proveWritten(format, content, report);
  const nom = ["tableau-de-bord", ...(report.dispositif === undefined ? [] : [report.dispositif]), report.semestre.id].join("-");
  const output = options.output ?? (format === "json" || format === "csv" ? undefined : `${nom}.${format}`);
  if (output === undefined) return io.data(String(content));
  if (report.secret === undefined) {
    writeOutput(output, content, { force });
  } else {
    const sha256 = createHash("sha256").update(content).digest("hex");
    const recordText = (one: TableauDeBord): string =>
      `${JSON.stringify(diffusionDe(one, { nom: basename(output), sha256 }, precedents), null, 1)}\n`;
    const record = recordText(report);
    await proveRecord(record, report, recordText);
    writeOutputs(
      [
        [output, content],
        [recordOf(output), record],
      ],
      { force },
    );
    io.note(`Relevé de diffusion : ${recordOf(output)} (à donner à --previous aux prochains semestres, avec ceux d'avant).`);
  }
  io.print(dashboardSummary(report, output));
}

/**
 * Reads back what is about to be published.
 * @throws UserError when it shows anything that was not proved.
 */
export async function proveWritten(format: DashboardFormat, content: string | Uint8Array, report: TableauDeBord): Promise<void> {
  proveDerived(format, report);
  if (format === "parquet" && typeof content !== "string") proveLines(format, await relireParquet(content), report);
  else await proveFile(format, content, report, (one) => renderDashboard(one, format));
}

/**
 * The same of the record beside it, given how records are written.
 * @throws UserError when it shows anything that was not proved.
 */
export function proveRecord(record: string, report: TableauDeBord, write: (report: TableauDeBord) => string): Promise<void> {
  return proveFile("diffusion.json", record, report, write);
}
