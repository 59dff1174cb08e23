import type { Funding } from "../../funding/funding.ts";
import { chargeDe, type FinancementParcours, lectures, tropPercuDe } from "../../funding/index.ts";
import { formatDay } from "../../words/dates.ts";
import { formatNumber } from "../../words/french.ts";
import { formatEuros } from "../../words/money.ts";
import type { Column } from "../terminal/table.ts";
import { basesTable, parDispositif } from "./bases.ts";
import { ineligibles, markedName } from "./ineligibles.ts";
import { montant } from "./montant.ts";
import { namedTable } from "./named-table.ts";

const right = (header: string): Column => ({ header, align: "right" });
const columns: Column[] = [{ header: "Parcours" }, ...["Mois", "Coût réel", "Forfait", "Complément", "À charge"].map(right)];

/**
 * The contracts: one row a parcours, then one a contract year when there are several; names give way so that lines keep within the
 * width. Then a section for each other dispositif that is paid.
 */
export function fundingTable(funding: Funding, width: number): string {
  const { parcours, nonConclus, autres, date } = funding;
  const sections = parDispositif(autres).map((siens) => basesTable(siens, date, width));
  return [...(parcours.length + nonConclus > 0 || sections.length === 0 ? [contratsTable(funding, width)] : []), ...sections].join("\n");
}

function contratsTable({ parcours, totaux, date, lecture }: Funding, width: number): string {
  // Most dossiers have no trop-perçu: their table keeps to what they have.
  const isTrop = parcours.some((one) => tropPercuDe(one) > 0);
  const cells = (row: string[]): string[] => (isTrop ? row : row.slice(0, columns.length));
  const { coutReel, forfait, complement, resteACharge, tropPercu } = totaux;
  const total = ["Total", "", ...[coutReel, forfait, complement, resteACharge, tropPercu].map(montant)];
  const rows = parcours.flatMap((one) => [parcoursRow(one), ...anneeRows(one)]);
  return [
    namedTable(isTrop ? [...columns, right("Trop-perçu")] : columns, rows.map(cells), cells(total), width),
    "",
    `Montants en euros. Au total : ${formatNumber(totaux.eligibles)} parcours sur ${formatNumber(totaux.parcours)}.`,
    `Lecture des textes : ${lectures[lecture].titre} (${lecture}).`,
    `Versé par l'OPCO au ${formatDay(date)} : ${formatEuros(totaux.verse)}.`,
    ...(totaux.aRendre > 0 ? [`À rendre à l'OPCO au ${formatDay(date)} : ${formatEuros(totaux.aRendre)}.`] : []),
    `Avance de trésorerie au ${formatDay(date)} : ${formatEuros(totaux.avanceTresorerie)}.`,
    ...ineligibles(parcours, width),
    "",
  ].join("\n");
}

function parcoursRow(parcours: FinancementParcours): string[] {
  const mois = parcours.annees.reduce((sum, annee) => sum + annee.mois, 0);
  const { coutReel, forfait, complement } = parcours;
  const montants = [coutReel.cents, forfait.cents, complement.cents, chargeDe(parcours), tropPercuDe(parcours)];
  return [markedName(parcours), formatNumber(mois), ...montants.map(montant)];
}

/** A contract of one year has nothing more to say than its parcours. */
function anneeRows({ annees }: FinancementParcours): string[][] {
  if (annees.length < 2) return [];
  return annees.map(({ annee, mois, composantes, forfait }) => {
    const depense = Object.values(composantes).reduce((sum, composante) => sum + composante.depense.cents, 0);
    return [`  année ${annee}`, formatNumber(mois), montant(depense), montant(forfait.cents), "", "", ""];
  });
}
