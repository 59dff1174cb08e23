import type { Funding } from "../../funding/funding.ts";
import { type AnneeCivile, type Groupe, lectures, parAnneeCivile, regrouper, type Totaux } from "../../funding/index.ts";
import { formatDay } from "../../words/dates.ts";
import { formatNumber } from "../../words/french.ts";
import { largest } from "../../words/largest.ts";
import { type Cents, formatEuros, toEuros } from "../../words/money.ts";
import { type Cell, csv } from "../csv.ts";
import { wrap } from "../terminal/wrap.ts";
import { ineligibles } from "./ineligibles.ts";
import { montant } from "./montant.ts";
import { namedTable } from "./named-table.ts";

export type Axe = "fiche" | "opco" | "annee";

/** A line of a grouping: its name, its number of parcours, its amounts in the order of the headers. */
interface Ligne {
  nom: string;
  parcours: number;
  montants: Cents[];
}

/** Headers and JSON keys of the amounts, in their order. */
const duGroupe = {
  colonnes: ["Coût réel", "Forfait", "Complément", "À charge", "Trop-perçu", "Versé", "À rendre"],
  cles: ["cout_reel", "forfait", "complement", "reste_a_charge", "trop_percu", "verse", "a_rendre"],
  note: "",
};
const deLAnnee = {
  colonnes: ["Coût réel", "Forfait", "Complément", "Versé"],
  cles: ["cout_reel", "forfait", "complement", "verse"],
  note: "Coût, forfait et complément au prorata des jours de chaque année de contrat ; versements à leur date.",
};
const axes: Record<Axe, { titre: string } & typeof duGroupe> = {
  fiche: { titre: "Fiche projet", ...duGroupe },
  opco: { titre: "OPCO", ...duGroupe },
  annee: { titre: "Année civile", ...deLAnnee },
};

function lignesDe({ parcours, autres }: Funding, axe: Axe): Ligne[] {
  return axe === "annee" ? parAnneeCivile(parcours).map(ligneDAnnee) : regrouper([...parcours, ...autres], axe).map(ligneDeGroupe);
}

function ligneDAnnee({ annee, parcours, coutReel, forfait, complement, verse }: AnneeCivile): Ligne {
  return { nom: String(annee), parcours, montants: [coutReel, forfait, complement, verse] };
}

function ligneDeGroupe({ cle, totaux }: Groupe): Ligne {
  const { eligibles, coutReel, forfait, complement, resteACharge, tropPercu, verse, aRendre } = totaux;
  return { nom: cle, parcours: eligibles, montants: [coutReel, forfait, complement, resteACharge, tropPercu, verse, aRendre] };
}

/** The sums of each column. */
function totalDe(funding: Funding, axe: Axe, lignes: readonly Ligne[]): Ligne {
  const width = largest(lignes.map(({ montants }) => montants.length));
  const montants = Array.from({ length: width }, (_, rang) => lignes.reduce((sum, ligne) => sum + (ligne.montants[rang] ?? 0), 0));
  return { nom: "Total", parcours: totauxDe(funding, axe).eligibles, montants };
}

/** Only contracts go by year. */
function totauxDe({ totaux, ensemble }: Funding, axe: Axe): Totaux {
  return axe === "annee" ? totaux : ensemble;
}

/** More amounts would not fit on a line of a terminal, save the trop-perçu of the dossiers that have one; the other formats give them all. */
const AMOUNTS_IN_TABLE = 4;

/** The eligible parcours by fiche projet, OPCO or calendar year. */
export function groupesTable(funding: Funding, axe: Axe, width: number): string {
  const { titre, colonnes, note } = axes[axe];
  const lignes = lignesDe(funding, axe);
  const totaux = totauxDe(funding, axe);
  const shown = axe !== "annee" && totaux.tropPercu > 0 ? AMOUNTS_IN_TABLE + 1 : AMOUNTS_IN_TABLE;
  const headers = [titre, "Parcours", ...colonnes.slice(0, shown)];
  const columns = headers.map((header, rang) => ({ header, align: rang === 0 ? ("left" as const) : ("right" as const) }));
  const [total = [], ...rows] = [totalDe(funding, axe, lignes), ...lignes].map(({ nom, parcours, montants }) => [
    nom,
    formatNumber(parcours),
    ...montants.slice(0, shown).map(montant),
  ]);
  return [
    namedTable(columns, rows, total, width),
    "",
    `Montants en euros. Au total : ${formatNumber(totaux.eligibles)} parcours sur ${formatNumber(totaux.parcours)}.`,
    ...(note === "" ? [] : wrap(note, width)),
    `Lecture des textes : ${lectures[funding.lecture].titre} (${funding.lecture}).`,
    `Versé par l'OPCO au ${formatDay(funding.date)} : ${formatEuros(totaux.verse)}.`,
    ...ineligibles(axe === "annee" ? funding.parcours : [...funding.parcours, ...funding.autres], width),
    "",
  ].join("\n");
}

/** `cpro/funding-groupes/1`. */
export function groupesJson(funding: Funding, axe: Axe): string {
  const { cles } = axes[axe];
  const lignes = lignesDe(funding, axe);
  const toJson = ({ parcours, montants }: Ligne): object => ({
    parcours,
    ...Object.fromEntries(cles.map((cle, rang) => [cle, toEuros(montants[rang] ?? 0)])),
  });
  const document = {
    format: "cpro/funding-groupes/1",
    lecture: funding.lecture,
    date: funding.date,
    par: axe,
    groupes: lignes.map((ligne) => ({ [axe]: axe === "annee" ? Number(ligne.nom) : ligne.nom, ...toJson(ligne) })),
    totaux: toJson(totalDe(funding, axe, lignes)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

export function groupesCsv(funding: Funding, axe: Axe): string {
  const { titre, colonnes } = axes[axe];
  const rows = lignesDe(funding, axe).map(({ nom, parcours, montants }): Cell[] => [nom, parcours, ...montants.map(toEuros)]);
  return csv([titre, "Parcours", ...colonnes], rows);
}
