import type { TableauDeBord } from "../../../dashboard/index.ts";
import { newWorkbook, workbookBytes } from "../workbook.ts";
import { addFamille } from "./famille.ts";
import { periode } from "./frame.ts";
import { addLisezMoi } from "./lisez-moi.ts";
import { addSynthese } from "./synthese.ts";

/** The dashboard as a workbook: « Lisez-moi », « Synthèse », then a sheet per family. No formula, nothing hidden. */
export async function dashboardXlsx(report: TableauDeBord): Promise<Uint8Array> {
  const workbook = await newWorkbook({
    title: `Tableau de bord de la VAE inversée – ${report.semestre.libelle}`,
    subject: `${report.secret === undefined ? "Données confidentielles, diffusion interne" : "Diffusion publique"} – ${periode(report)}`,
    date: report.date,
  });
  addLisezMoi(workbook, report);
  addSynthese(workbook, report);
  for (const famille of new Set(report.tables.map((table) => table.famille))) {
    const tables = report.tables.filter((table) => table.famille === famille);
    addFamille(workbook, famille, tables, report);
  }
  return workbookBytes(workbook, report.date);
}
