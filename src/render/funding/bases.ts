import { type Compte, chargeDe, type FinancementParBases, totaux } from "../../funding/index.ts";
import { type Day, formatDay } from "../../words/dates.ts";
import { formatNumber } from "../../words/french.ts";
import { formatEuros } from "../../words/money.ts";
import { shorten } from "../terminal/shorten.ts";
import { style } from "../terminal/style.ts";
import type { Column } from "../terminal/table.ts";
import { ineligibles, markedName } from "./ineligibles.ts";
import { montant } from "./montant.ts";
import { namedTable } from "./named-table.ts";

const right = (header: string): Column => ({ header, align: "right" });
const columns: Column[] = [{ header: "Parcours" }, ...["Coût réel", "Publics", "Dû", "À charge"].map(right)];

/** Those that somebody pays, or that cost something, by dispositif. */
export function parDispositif(autres: readonly FinancementParBases[]): FinancementParBases[][] {
  const montres = autres.filter(({ isFinance, coutReel }) => isFinance || coutReel.cents !== 0);
  const noms = new Set(montres.map(({ dispositif }) => dispositif));
  return [...noms].map((nom) => montres.filter(({ dispositif }) => dispositif === nom));
}

/** A section a dispositif: one row a parcours, then one a base when there are several; what is missing under the table. */
export function basesTable(parcours: readonly FinancementParBases[], date: Day, width: number): string {
  const sommes = totaux(parcours);
  const publics = parcours.filter(({ motifs }) => motifs.length === 0).reduce((sum, un) => sum + un.financementsPublics.cents, 0);
  const total = ["Total", ...[sommes.coutReel, publics, sommes.forfait, sommes.resteACharge].map(montant)];
  return [
    style.bold(parcours[0]?.libelle ?? ""),
    namedTable(columns, parcours.flatMap(lignes), total, width),
    "",
    `Montants en euros. Au total : ${formatNumber(sommes.eligibles)} parcours sur ${formatNumber(sommes.parcours)}.`,
    `Versé au ${formatDay(date)} : ${formatEuros(sommes.verse)}.`,
    ...(sommes.aRendre > 0 ? [`À rendre au ${formatDay(date)} : ${formatEuros(sommes.aRendre)}.`] : []),
    ...manques(parcours, width),
    ...ineligibles(parcours, width),
    "",
  ].join("\n");
}

function lignes(un: FinancementParBases): string[][] {
  const { coutReel, financementsPublics, forfait, bases } = un;
  const premiere = [markedName(un), ...[coutReel.cents, financementsPublics.cents, forfait.cents, resteDe(un)].map(montant)];
  const detail = bases.length < 2 ? [] : bases.map(({ montant: du }) => [`  ${du.label}`, "", "", montant(du.cents), ""]);
  return [premiere, ...detail];
}

/** What is paid at a price may be above the cost: that is shown as it is. */
function resteDe(un: Compte): number {
  return un.isAuPrix ? un.resteACharge.cents : chargeDe(un);
}

function manques(parcours: readonly FinancementParBases[], width: number): string[] {
  const incomplets = parcours.filter((un) => un.manques.length > 0);
  if (incomplets.length === 0) return [];
  return [
    "",
    "Rien n'est dû tant que manque :",
    ...incomplets.map((un) => `  ${shorten(un.identifiant, width / 2)} : ${un.manques.join(", ")}`),
  ];
}
