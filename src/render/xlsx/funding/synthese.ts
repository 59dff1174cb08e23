import type { Workbook } from "exceljs";
import type { Funding } from "../../../funding/funding.ts";
import { composantes, nomsDesComposantes, type Paiements } from "../../../funding/index.ts";
import type { ChartSpec } from "../chart-spec.ts";
import { rangeOf } from "../charts.ts";
import { formats } from "../style.ts";
import { parComposante } from "./composantes.ts";
import { eligibles } from "./identite.ts";
import { addTable, type Column, FRAME, framedSheet } from "./sheet.ts";

const SHEET = "Synthèse";
const euros = (header: string): Column => ({ header, width: 17, kind: "euros" });
const text = (header: string): Column => ({ header, width: 34, kind: "text" });
/** Names, four amounts, a space before the charts. */
const widths = [34, 17, 17, 17, 17, 3].map((width) => ({ width }));
/** A chart stands to the right of the table it draws, this many rows high. */
const CHART = { column: 7, width: 8, height: 15 };

/** The key figures, then what each component, OPCO and calendar year comes to, the first and the last drawn beside. */
export function addSynthese(workbook: Workbook, funding: Funding, paiements: Paiements): ChartSpec[] {
  const note = `Parcours éligibles : ${funding.totaux.eligibles} sur ${funding.totaux.parcours}.`;
  const sheet = framedSheet(workbook, SHEET, note, funding, widths);
  const { coutReel, forfait, complement, resteACharge, tropPercu, verse, avanceTresorerie, aRendre } = funding.totaux;
  const chiffres = [
    ["Coût réel", coutReel],
    ["Forfait", forfait],
    ["Complément", complement],
    ["Reste à charge", resteACharge],
    ["Trop-perçu", tropPercu],
    ["Versé par l'OPCO", verse],
    ["Dû et non versé", paiements.total.resteDu],
    ["Versé d'avance", paiements.total.verseDAvance],
    ["À rendre à l'OPCO", aRendre],
    ["Avance de trésorerie", avanceTresorerie],
  ] as const;
  let row = addTable(sheet, [text("Ensemble"), euros("Montant")], chiffres) + 1;

  const sums = parComposante(eligibles(funding));
  const parNom = nomsDesComposantes.map((nom, rang) => {
    const [depense = 0, retenu = 0] = sums.slice(2 * rang, 2 * rang + 2);
    return [composantes[nom].libelle, depense, retenu, depense - retenu] as const;
  });
  const composantesAt = row + 1;
  row = addTable(sheet, [text("Composante"), euros("Dépensé"), euros("Retenu sous plafond"), euros("Au-delà")], parNom, { row }) + 1;

  const parOpco = paiements.opcos.map(({ cle, depense, verse: paye, avance, resteDu }) => [cle, depense, paye, avance, resteDu]);
  row = addTable(sheet, [text("OPCO"), ...["Dépensé au jour", "Versé", "Avance", "Dû et non versé"].map(euros)], parOpco, { row }) + 1;

  const annees = paiements.annees.map(({ annee, coutReel: cout, forfait: f, complement: c, verse: v }) => [String(annee), cout, f, c, v]);
  const anneesAt = row + 1;
  addTable(sheet, [text("Année civile (engagement)"), ...["Coût réel", "Forfait", "Complément", "Versé"].map(euros)], annees, { row });
  return [
    ...(eligibles(funding).length === 0 ? [] : [chartDesComposantes(parNom, composantesAt)]),
    ...(annees.length === 0 ? [] : [chartDesAnnees(annees, anneesAt)]),
  ];
}

type Ligne = readonly (string | number)[];

function chartDesComposantes(lignes: readonly Ligne[], at: number): ChartSpec {
  return {
    ...place(FRAME + 1),
    kind: "bar",
    title: "Dépensé et retenu par composante",
    description: "Pour chaque composante du forfait, ce qui est dépensé et ce qui est retenu sous son plafond.",
    unit: "euros",
    format: formats.number,
    categories: { range: colonne(at, lignes.length, 1), labels: lignes.map(([nom]) => String(nom)) },
    series: [serie("Dépensé", lignes, at, 1), serie("Retenu", lignes, at, 2)],
  };
}

function chartDesAnnees(lignes: readonly Ligne[], at: number): ChartSpec {
  return {
    ...place(FRAME + 2 + CHART.height),
    kind: "stacked",
    title: "Engagement par année civile",
    description: "Forfait et complément engagés, année civile par année civile.",
    unit: "euros",
    format: formats.number,
    categories: { range: colonne(at, lignes.length, 1), labels: lignes.map(([nom]) => String(nom)) },
    series: [serie("Forfait", lignes, at, 2), serie("Complément", lignes, at, 3)],
  };
}

function place(row: number): Pick<ChartSpec, "sheet" | "from" | "to"> {
  const { column, width, height } = CHART;
  return { sheet: SHEET, from: { row, column }, to: { row: row + height, column: column + width } };
}

function serie(name: string, lignes: readonly Ligne[], at: number, rang: number): ChartSpec["series"][number] {
  return { name, range: colonne(at, lignes.length, rang + 1), values: lignes.map((ligne) => Number(ligne[rang]) / 100) };
}

function colonne(row: number, count: number, column: number): string {
  return rangeOf(SHEET, { row, column }, { row: row + count - 1, column });
}
