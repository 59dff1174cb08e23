import type { TableauDeBord } from "../../../dashboard/index.ts";
import { periode } from "../../dashboard/periode.ts";
import { newWorkbook, workbookBytes } from "../workbook.ts";
import { addDonnees } from "./donnees.ts";
import { addFamille } from "./famille.ts";
import { addLisezMoi } from "./lisez-moi.ts";
import { addSynthese } from "./synthese.ts";

/** The dashboard as a workbook: « Lisez-moi », « Synthèse », a sheet per family, then all cells as one list. No formula, no hidden sheet. */
export async function dashboardXlsx(report: TableauDeBord): Promise<Uint8Array> {
  const workbook = await newWorkbook({
    title: `${report.presentation.titre} – ${report.semestre.libelle}`,
    subject: `${report.secret === undefined ? "Données confidentielles, diffusion interne" : "Diffusion publique"} – ${periode(report)}`,
    date: report.date,
  });
  addLisezMoi(workbook, report);
  const charts = addSynthese(workbook, report);
  for (const famille of new Set(report.tables.map((table) => table.famille))) {
    const tables = report.tables.filter((table) => table.famille === famille);
    addFamille(workbook, famille, tables, report);
  }
  addDonnees(workbook, report);
  return workbookBytes(workbook, report.date, charts);
}
