import type { Workbook } from "exceljs";
import type { Funding } from "../../../funding/funding.ts";
import { chargeDe, type FinancementParBases, tropPercuDe } from "../../../funding/index.ts";
import { formatDay } from "../../../words/dates.ts";
import { euros, horsTotal } from "./identite.ts";
import { addTable, type Column, sheetUnder, type Value, withFilter } from "./sheet.ts";

const columns: Column[] = [
  { header: "Parcours", width: 18, kind: "text" },
  { header: "Dispositif", width: 30, kind: "text" },
  { header: "OPCO", width: 13, kind: "text" },
  { header: "Éligible", width: 10, kind: "text" },
  ...["Coût réel", "Financements publics", "Dû", "Reste à charge", "Trop-perçu", "Versé", "Avance de trésorerie", "À rendre"].map(euros),
  { header: "Ce qui est dû", width: 44, kind: "text" },
  { header: "Montant de la base", width: 15, kind: "euros" },
  { header: "Manque", width: 30, kind: "text" },
];
const SOMMES = 8;

/** What does not go by contract year: one row a parcours and a base, the amounts of the parcours on its first row. */
export function addBases(workbook: Workbook, { autres, date }: Funding): void {
  const rows = autres.flatMap(lignes);
  const eligibles = autres.filter(({ motifs }) => motifs.length === 0);
  const sommes = eligibles.map(montantsDe).reduce((a, b) => a.map((un, rang) => un + (b[rang] ?? 0)), Array<number>(SOMMES).fill(0));
  const bases = eligibles.flatMap((un) => un.bases).reduce((somme, { montant }) => somme + montant.cents, 0);
  const title = "Autres dispositifs";
  const sheet = sheetUnder(workbook, { title, subtitle: `Au ${formatDay(date)}`, note: horsTotal }, columns);
  addTable(sheet, columns, rows, { total: ["Total", "", "", "", ...sommes, "", bases, ""] });
  withFilter(sheet, columns, rows);
}

function lignes(un: FinancementParBases): Value[][] {
  const { identifiant, libelle, opco, motifs, bases, manques } = un;
  const debut = [identifiant, libelle, opco, motifs.length === 0 ? "oui" : "non"];
  const [premiere, ...autres] = bases.map(({ montant, payePar }): Value[] => [`${montant.label} (${payePar})`, montant.cents]);
  const vides = Array<Value>(SOMMES).fill(undefined);
  return [
    [...debut, ...montantsDe(un), ...(premiere ?? ["", undefined]), manques.join(" ; ")],
    ...autres.map((base) => [...debut, ...vides, ...base, ""]),
  ];
}

function montantsDe(un: FinancementParBases): number[] {
  const { coutReel, financementsPublics, forfait, verse, avanceTresorerie, aRendre } = un;
  const couvert = [coutReel, financementsPublics, forfait].map(({ cents }) => cents);
  return [...couvert, chargeDe(un), tropPercuDe(un), verse.cents, avanceTresorerie.cents, aRendre];
}
