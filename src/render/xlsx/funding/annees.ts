import type { Workbook } from "exceljs";
import type { Funding } from "../../../funding/funding.ts";
import type { ForfaitAnnuel } from "../../../funding/index.ts";
import { eligibles, euros, horsTotal, identite, identiteDe } from "./identite.ts";
import { addTable, type Column, framedSheet, type Value, withFilter } from "./sheet.ts";

/** One row a contract year: what is spent, kept, capped, deducted and due. */
export function addAnnees(workbook: Workbook, funding: Funding): void {
  const columns: Column[] = [
    ...identite,
    { header: "Année de contrat", width: 10, kind: "number" },
    { header: "Début", width: 12, kind: "day" },
    { header: "Fin", width: 12, kind: "day" },
    { header: "Mois", width: 9, kind: "months" },
    ...["Dépenses", "Composantes retenues", "Plafond annuel", "Forfait brut", "Déduction publique", "Forfait"].map(euros),
  ];
  const rows = funding.parcours.flatMap((one) =>
    one.annees.map(({ annee, debut, fin, mois, composantes: montants, plafond, forfaitBrut, deduction, forfait }): Value[] => {
      const of = (quoi: "depense" | "retenu"): number => Object.values(montants).reduce((sum, montant) => sum + montant[quoi].cents, 0);
      const suite = [plafond, forfaitBrut, deduction, forfait].map(({ cents }) => cents);
      return [...identiteDe(one), annee, debut, fin, Number(mois.toFixed(6)), of("depense"), of("retenu"), ...suite];
    }),
  );
  const sheet = framedSheet(workbook, "Années de contrat", horsTotal, funding, columns);
  const { coutReel, forfait } = funding.totaux;
  const somme = (of: (annee: ForfaitAnnuel) => number): number =>
    eligibles(funding).reduce((sum, { annees }) => annees.reduce((total, annee) => total + of(annee), sum), 0);
  const retenu = somme(({ composantes: montants }) => Object.values(montants).reduce((sum, montant) => sum + montant.retenu.cents, 0));
  const [brut, deduction] = [somme(({ forfaitBrut }) => forfaitBrut.cents), somme((annee) => annee.deduction.cents)];
  const vide = undefined;
  const total = ["Total", vide, vide, vide, vide, vide, vide, vide, coutReel, retenu, vide, brut, deduction, forfait];
  addTable(sheet, columns, rows, { total });
  withFilter(sheet, columns, rows);
}
