import type { Workbook } from "exceljs";
import type { Funding, Paiements } from "../../../funding/index.ts";
import { eligibles, euros, horsTotal, identite, identiteDe } from "./identite.ts";
import { addTable, type Column, framedSheet, withFilter } from "./sheet.ts";

/** One row a parcours: who pays what, and where the cash stands. */
export function addParcours(workbook: Workbook, funding: Funding, { parcours: avances, total: enTout }: Paiements): void {
  const columns: Column[] = [
    ...identite,
    ...[
      "Coût réel",
      "Financements publics",
      "Forfait",
      "Complément",
      "Reste à charge",
      "Versé par l'OPCO",
      "Avance de trésorerie",
      "Dû et non versé",
    ].map(euros),
    { header: "Règles non respectées", width: 34, kind: "text" },
  ];
  const resteDu = new Map(avances.map((one) => [one.cle, one.resteDu]));
  const rows = funding.parcours.map((one) => {
    const { coutReel, financementsPublics, forfait, complement, resteACharge, verse, avanceTresorerie } = one;
    const montants = [coutReel, financementsPublics, forfait, complement, resteACharge, verse, avanceTresorerie];
    return [...identiteDe(one), ...montants.map(({ cents }) => cents), resteDu.get(one.identifiant), one.motifs.join(", ")];
  });
  const { coutReel, forfait, complement, resteACharge, verse, avanceTresorerie } = funding.totaux;
  const publics = eligibles(funding).reduce((sum, one) => sum + one.financementsPublics.cents, 0);
  const total = ["Total", "", "", "", coutReel, publics, forfait, complement, resteACharge, verse, avanceTresorerie, enTout.resteDu, ""];
  const sheet = framedSheet(workbook, "Parcours", horsTotal, funding, columns);
  addTable(sheet, columns, rows, { total });
  withFilter(sheet, columns, rows);
}
