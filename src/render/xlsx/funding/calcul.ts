import type { Style, Workbook, Worksheet } from "exceljs";
import type { Funding } from "../../../funding/funding.ts";
import type { Amount } from "../../../funding/index.ts";
import { reference } from "../../../legal/index.ts";
import { formulaText, mainAmounts, stepsOf } from "../../funding/step.ts";
import { addTable, type Column, FRAME, framedSheet, type Value } from "./sheet.ts";

/** Spreadsheets fold no deeper. */
const DEEPEST = 7;

const columns: Column[] = [
  { header: "Étape", width: 64, kind: "text" },
  { header: "Montant", width: 16, kind: "euros" },
  { header: "Calcul", width: 60, kind: "text" },
  { header: "Textes", width: 60, kind: "text" },
];

interface Etape {
  niveau: number;
  values: Value[];
}

/** The tree of each parcours, a row a step, folded and unfolded by the buttons of the margin. */
export function addCalcul(workbook: Workbook, funding: Funding): void {
  const etapes = funding.parcours.flatMap((one): Etape[] => [
    { niveau: 0, values: [one.identifiant, undefined, one.motifs.length === 0 ? "" : "Non éligible, hors du total", ""] },
    ...mainAmounts(one).flatMap((amount) => etapesDe(amount, 1)),
  ]);
  const note = "Une ligne par étape ; les boutons de la marge de gauche plient et déplient.";
  const sheet = framedSheet(workbook, "Calcul", note, funding, columns);
  sheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false };
  sheet.properties.outlineLevelRow = DEEPEST + 1;
  addTable(
    sheet,
    columns,
    etapes.map(({ values }) => values),
  );
  etapes.forEach(({ niveau }, rang) => void fold(sheet, FRAME + 2 + rang, niveau));
}

function fold(sheet: Worksheet, at: number, niveau: number): void {
  const row = sheet.getRow(at);
  if (niveau > 0) row.outlineLevel = Math.min(niveau, DEEPEST);
  for (const column of [1, 2]) {
    const cell = row.getCell(column);
    cell.style = styleAt(niveau, column, cell.style);
  }
}

const styles = new Map<string, Partial<Style>>();

/** The label stands back with its level; a parcours and its main amounts are in bold. Shared, as in all sheets. */
function styleAt(niveau: number, column: number, { font, alignment, ...style }: Partial<Style>): Partial<Style> {
  const key = `${niveau} ${column}`;
  const known = styles.get(key) ?? {
    ...style,
    font: { ...font, bold: niveau < 2 },
    alignment: { ...alignment, ...(column === 1 ? { indent: 2 * niveau } : {}) },
  };
  styles.set(key, known);
  return known;
}

function etapesDe(amount: Amount, niveau: number): Etape[] {
  const textes = amount.references.map((id) => reference(id).titre).join(" ; ");
  return [
    { niveau, values: [amount.label, amount.cents, formulaText(amount), textes] },
    ...stepsOf(amount).flatMap((part) => etapesDe(part, niveau + 1)),
  ];
}
