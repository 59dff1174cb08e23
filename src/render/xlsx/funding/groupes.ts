import type { Workbook } from "exceljs";
import type { Funding } from "../../../funding/funding.ts";
import { type Avance, type Groupe, type Paiements, regrouper } from "../../../funding/index.ts";
import { addTable, type Column, framedSheet } from "./sheet.ts";

/** One sheet for the OPCO, one for the fiches projet: amounts and cash of the eligible parcours. */
export function addGroupes(workbook: Workbook, funding: Funding, { opcos, fiches }: Paiements): void {
  addGroupe(workbook, "OPCO", funding, regrouper(funding.parcours, "opco"), opcos);
  addGroupe(workbook, "Fiches projet", funding, regrouper(funding.parcours, "fiche"), fiches);
}

const montants = [
  "Coût réel",
  "Forfait",
  "Complément",
  "Reste à charge",
  "Trop-perçu",
  "Dépensé au jour",
  "Versé par l'OPCO",
  "Avance de trésorerie",
  "Dû et non versé",
  "Versé d'avance",
  "À rendre",
];

function addGroupe(workbook: Workbook, nom: string, funding: Funding, groupes: readonly Groupe[], avances: readonly Avance[]): void {
  const columns: Column[] = [
    { header: nom === "OPCO" ? "OPCO" : "Fiche projet", width: 28, kind: "text" },
    { header: "Parcours", width: 11, kind: "number" },
    { header: "dont éligibles", width: 11, kind: "number" },
    ...montants.map((header): Column => ({ header, width: 16, kind: "euros" })),
  ];
  const parCle = new Map(avances.map((avance) => [avance.cle, avance]));
  const rows = groupes.map(({ cle, totaux: t }) => {
    const { depense = 0, resteDu = 0, verseDAvance = 0 } = parCle.get(cle) ?? {};
    const couvert = [t.coutReel, t.forfait, t.complement, t.resteACharge, t.tropPercu];
    return [cle, t.parcours, t.eligibles, ...couvert, depense, t.verse, t.avanceTresorerie, resteDu, verseDAvance, t.aRendre];
  });
  const sums = columns.slice(1).map((_, rang) => rows.reduce((sum, row) => sum + Number(row[rang + 1]), 0));
  const sheet = framedSheet(workbook, nom, "Parcours éligibles ; avance = dépensé − versé − financements publics reçus.", funding, columns);
  addTable(sheet, columns, rows, { total: ["Total", ...sums] });
}
