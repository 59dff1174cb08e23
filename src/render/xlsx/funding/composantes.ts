import type { Workbook } from "exceljs";
import type { Funding } from "../../../funding/funding.ts";
import { composantes, type FinancementParcours, nomsDesComposantes } from "../../../funding/index.ts";
import { eligibles, euros, horsTotal, identite, identiteDe } from "./identite.ts";
import { addTable, framedSheet, withFilter } from "./sheet.ts";

/** One row a parcours, two columns a component: what is spent of it and what is kept. */
export function addComposantes(workbook: Workbook, funding: Funding): void {
  const columns = [
    ...identite,
    ...nomsDesComposantes.flatMap((nom) => ["dépensé", "retenu"].map((quoi) => euros(`${composantes[nom].libelle} : ${quoi}`))),
  ];
  const rows = funding.parcours.map((one) => [...identiteDe(one), ...parComposante([one])]);
  const sheet = framedSheet(workbook, "Composantes", horsTotal, funding, columns);
  addTable(sheet, columns, rows, { total: ["Total", "", "", "", ...parComposante(eligibles(funding))] });
  withFilter(sheet, columns, rows);
}

/** For each component in its order, what is spent and what is kept. */
export function parComposante(parcours: readonly FinancementParcours[]): number[] {
  const sums = nomsDesComposantes.flatMap(() => [0, 0]);
  for (const { annees } of parcours) {
    for (const { composantes: montants } of annees) {
      nomsDesComposantes.forEach((nom, rang) => {
        sums[2 * rang] = (sums[2 * rang] ?? 0) + montants[nom].depense.cents;
        sums[2 * rang + 1] = (sums[2 * rang + 1] ?? 0) + montants[nom].retenu.cents;
      });
    }
  }
  return sums;
}
