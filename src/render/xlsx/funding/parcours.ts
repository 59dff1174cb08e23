import type { Workbook } from "exceljs";
import type { Funding } from "../../../funding/funding.ts";
import { chargeDe, type Paiements, tropPercuDe } from "../../../funding/index.ts";
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
      "Trop-perçu",
      "Versé par l'OPCO",
      "Avance de trésorerie",
      "Dû et non versé",
      "Versé d'avance",
      "À rendre",
    ].map(euros),
    { header: "Règles non respectées", width: 34, kind: "text" },
  ];
  const parCle = new Map(avances.map((one) => [one.cle, one]));
  const rows = funding.parcours.map((one) => {
    const { coutReel, financementsPublics, forfait, complement, verse, avanceTresorerie, aRendre } = one;
    const couvert = [coutReel, financementsPublics, forfait, complement].map(({ cents }) => cents);
    const { resteDu, verseDAvance } = parCle.get(one.identifiant) ?? {};
    const caisse = [verse.cents, avanceTresorerie.cents, resteDu, verseDAvance, aRendre];
    return [...identiteDe(one), ...couvert, chargeDe(one), tropPercuDe(one), ...caisse, one.motifs.join(", ")];
  });
  const { coutReel, forfait, complement, resteACharge, tropPercu, verse, avanceTresorerie, aRendre } = funding.totaux;
  const publics = eligibles(funding).reduce((sum, one) => sum + one.financementsPublics.cents, 0);
  const caisse = [verse, avanceTresorerie, enTout.resteDu, enTout.verseDAvance, aRendre];
  const total = ["Total", "", "", "", coutReel, publics, forfait, complement, resteACharge, tropPercu, ...caisse, ""];
  const sheet = framedSheet(workbook, "Parcours", horsTotal, funding, columns);
  addTable(sheet, columns, rows, { total });
  withFilter(sheet, columns, rows);
}
