import type { Workbook } from "exceljs";
import type { Funding } from "../../../funding/funding.ts";
import type { Paiements } from "../../../funding/index.ts";
import { genres } from "../../funding/paiements/genres.ts";
import type { ChartSpec } from "../chart-spec.ts";
import { rangeOf } from "../charts.ts";
import { formats } from "../style.ts";
import { addTable, type Column, FRAME, framedSheet } from "./sheet.ts";

const euros = (header: string): Column => ({ header, width: 16, kind: "euros" });

/** Month by month, what is due and received; then what holds payments up. */
export function addTresorerie(workbook: Workbook, funding: Funding, paiements: Paiements): ChartSpec[] {
  const chart = addEcheancier(workbook, funding, paiements);
  addAFaire(workbook, funding, paiements);
  return chart;
}

const SHEET = "Échéancier";

function addEcheancier(workbook: Workbook, funding: Funding, { mois }: Paiements): ChartSpec[] {
  const columns: Column[] = [
    { header: "Mois", width: 14, kind: "text" },
    ...["Dépensé", "Dû", "Versé", "Dû, cumulé", "Versé, cumulé", "Reste dû", "D'avance"].map(euros),
  ];
  let [duCumule, verseCumule] = [0, 0];
  const rows = mois.map(({ mois: nom, depense, du, verse, resteDu, verseDAvance }) => {
    duCumule += du;
    verseCumule += verse;
    return [nom, depense, du, verse, duCumule, verseCumule, resteDu, verseDAvance];
  });
  const total = ["Total", ...(["depense", "du", "verse"] as const).map((quoi) => mois.reduce((sum, one) => sum + one[quoi], 0))];
  const note =
    "Dû : forfait et complément des dépenses, à leurs dates ; sans date, au dernier jour de leur année de contrat ; jamais avant l'acceptation ni le début.";
  const sheet = framedSheet(workbook, SHEET, note, funding, columns);
  addTable(sheet, columns, rows, { total });
  if (mois.length < 2) return [];
  const range = (column: number): string => rangeOf(SHEET, { row: FRAME + 2, column }, { row: FRAME + 1 + rows.length, column });
  return [
    {
      sheet: SHEET,
      from: { row: FRAME + 1, column: columns.length + 2 },
      to: { row: FRAME + 23, column: columns.length + 12 },
      kind: "line",
      title: "Dû par l'OPCO et versé, cumulés",
      description: "Deux courbes mois par mois : ce que l'OPCO doit et ce qu'il a versé ; l'écart est ce qui reste dû.",
      unit: "euros",
      format: formats.number,
      categories: { range: range(1), labels: mois.map((one) => one.mois) },
      series: [
        { name: "Dû", range: range(5), values: rows.map((row) => Number(row[4]) / 100) },
        { name: "Versé", range: range(6), values: rows.map((row) => Number(row[5]) / 100) },
      ],
    },
  ];
}

function addAFaire(workbook: Workbook, funding: Funding, { blocages }: Paiements): void {
  const columns: Column[] = [
    { header: "Parcours", width: 18, kind: "text" },
    { header: "Nature", width: 24, kind: "text" },
    { header: "À faire", width: 90, kind: "text" },
    { header: "Montant en jeu", width: 18, kind: "euros" },
  ];
  const sheet = framedSheet(workbook, "À faire", "Ce qui bloque ou corrige un paiement, parcours par parcours.", funding, columns);
  addTable(
    sheet,
    columns,
    blocages.map(({ parcours, genre, action, montant }) => [parcours, genres[genre], action, montant]),
  );
}
