import { formatDay } from "../../dates.ts";
import { formatNumber } from "../../french.ts";
import { type FinancementParcours, type Funding, lectures } from "../../funding/index.ts";
import { formatEuros } from "../../money.ts";
import type { Column } from "../terminal/table.ts";
import { ineligibles, markedName } from "./ineligibles.ts";
import { montant } from "./montant.ts";
import { namedTable } from "./named-table.ts";

const columns: Column[] = [
  { header: "Parcours" },
  { header: "Mois", align: "right" },
  { header: "Coût réel", align: "right" },
  { header: "Forfait", align: "right" },
  { header: "Complément", align: "right" },
  { header: "À charge", align: "right" },
];

/** One row a parcours, then one a contract year when there are several; names give way so that lines keep within the width. */
export function fundingTable({ parcours, totaux, date, lecture }: Funding, width: number): string {
  const total = ["Total", "", ...[totaux.coutReel, totaux.forfait, totaux.complement, totaux.resteACharge].map(montant)];
  const rows = parcours.flatMap((one) => [parcoursRow(one), ...anneeRows(one)]);
  return [
    namedTable(columns, rows, total, width),
    "",
    `Montants en euros. Au total : ${formatNumber(totaux.eligibles)} parcours sur ${formatNumber(totaux.parcours)}.`,
    `Lecture des textes : ${lectures[lecture].titre} (${lecture}).`,
    `Versé par l'OPCO au ${formatDay(date)} : ${formatEuros(totaux.verse)}.`,
    `Avance de trésorerie au ${formatDay(date)} : ${formatEuros(totaux.avanceTresorerie)}.`,
    ...ineligibles(parcours, width),
    "",
  ].join("\n");
}

function parcoursRow(parcours: FinancementParcours): string[] {
  const mois = parcours.annees.reduce((sum, annee) => sum + annee.mois, 0);
  const { coutReel, forfait, complement, resteACharge } = parcours;
  return [markedName(parcours), formatNumber(mois), ...[coutReel, forfait, complement, resteACharge].map(({ cents }) => montant(cents))];
}

/** A contract of one year has nothing more to say than its parcours. */
function anneeRows({ annees }: FinancementParcours): string[][] {
  if (annees.length < 2) return [];
  return annees.map(({ annee, mois, composantes, forfait }) => {
    const depense = Object.values(composantes).reduce((sum, composante) => sum + composante.depense.cents, 0);
    return [`  année ${annee}`, formatNumber(mois), montant(depense), montant(forfait.cents), "", ""];
  });
}
