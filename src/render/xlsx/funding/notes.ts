import type { Workbook } from "exceljs";
import type { Funding } from "../../../funding/funding.ts";
import { lectures } from "../../../funding/index.ts";
import { firstValue, type ParameterName, parameters, type ReferenceId, reference } from "../../../legal/index.ts";
import { type Day, formatDay } from "../../../words/dates.ts";
import { formatNumber } from "../../../words/french.ts";
import { addTable, type Column, framedSheet } from "./sheet.ts";

const columns: Column[] = [
  { header: "Sujet", width: 64, kind: "text" },
  { header: "Valeur", width: 40, kind: "text" },
  { header: "Source", width: 60, kind: "text" },
];

/** The parameters of the law that a forfait is made of. */
const utilises = (Object.keys(parameters) as ParameterName[]).filter((name) =>
  /^(plafond-(?!national)|tuteur-(formation|exercice))/.test(name),
);

const definitions: readonly (readonly [string, string])[] = [
  ["Coût réel", "Somme des dépenses du parcours, prévues ou faites."],
  ["Forfait", "Ce que l'OPCO prend en charge, financements publics des mêmes dépenses déduits ; refinancé en entier."],
  ["Complément", "Contributions de l'article L. 6332-1-2, dans la limite du coût que rien d'autre ne couvre ; jamais refinancé."],
  [
    "Reste à charge",
    "Coût réel − forfait − financements publics − complément, parcours par parcours ; au-dessous de 0, c'est un trop-perçu.",
  ],
  ["À rendre", "Ce que l'OPCO a versé pour un contrat qu'il a refusé."],
  ["Versé d'avance", "Ce que l'OPCO a versé au-delà de ce qui est dû au jour dit."],
  [
    "Dû",
    `Forfait et complément des dépenses jusqu'au jour dit (sans date, au dernier jour de leur année de contrat), une fois le contrat accepté et commencé. L'OPCO paie après exécution, un échelonnement peut être convenu avec une avance de ${firstValue("avance-opco-maximum")} % au plus (${reference("ct-r6332-25").titre}) ; sans les pièces, il ne paie pas (${reference("ct-r6332-26").titre}).`,
  ],
  ["Avance de trésorerie", "Dépensé − versé par l'OPCO − financements publics reçus, jusqu'au jour dit."],
  ["Engagement d'une année civile", "Forfait, complément et coût au prorata des jours de chaque année de contrat."],
];

/** What the figures stand on: the reading, the parameters with their sources, the words. */
export function addNotes(workbook: Workbook, funding: Funding, isCalcule: boolean): void {
  const { titre, ...choix } = lectures[funding.lecture];
  const rows = [
    ["Lecture des textes", titre, funding.lecture],
    ...Object.values(choix).map(({ texte, valeur, references }) => [majuscule(texte), valeur, sources(references)]),
    ...utilises.flatMap((name) =>
      parameters[name].values.map(({ from, value, reference: id }) => [
        parameters[name].label,
        `${typeof value === "number" ? formatNumber(value) : formatDay(value)} ${parameters[name].unit}${depuis(from)}`,
        sources([id]),
      ]),
    ),
    ...definitions.map(([mot, sens]) => [mot, "", sens]),
    ...(isCalcule
      ? []
      : [["Calcul détaillé", "", "Trop de parcours pour une feuille : relancez avec --explain, ou --parcours pour en choisir."]]),
  ];
  const sheet = framedSheet(
    workbook,
    "Notes",
    "Ce sur quoi reposent les chiffres : la lecture, les paramètres, les mots.",
    funding,
    columns,
  );
  addTable(sheet, columns, rows);
}

function depuis(from: Day): string {
  return ` (depuis le ${formatDay(from)})`;
}

function majuscule(texte: string): string {
  return texte.charAt(0).toUpperCase() + texte.slice(1);
}

function sources(ids: readonly ReferenceId[]): string {
  return ids.map((id) => reference(id).titre).join(" ; ");
}
