import { type AnneeCivile, type Avance, type Blocage, lectures, type Mois, type Paiements } from "../../../funding/index.ts";
import { firstValue, reference } from "../../../legal/index.ts";
import { type Day, formatDay } from "../../../words/dates.ts";
import { count, formatNumber } from "../../../words/french.ts";
import { formatEuros } from "../../../words/money.ts";
import { shorten } from "../../terminal/shorten.ts";
import { style } from "../../terminal/style.ts";
import type { Column } from "../../terminal/table.ts";
import { wrap } from "../../terminal/wrap.ts";
import { montant } from "../montant.ts";
import { namedTable } from "../named-table.ts";

const notes = [
  "Montants en euros, parcours éligibles. Avance = dépensé − versé − financements publics reçus.",
  `Dû : forfait et complément des dépenses, au fur et à mesure de leurs dates (sans date, au dernier jour de leur année de contrat), une fois le contrat accepté et commencé : l'OPCO paie après exécution (${reference("ct-r6332-25").titre}) et sur pièces (${reference("ct-r6332-26").titre}).`,
  `D'avance : ce que l'OPCO a versé au-delà du dû. Une avance de ${firstValue("avance-opco-maximum")} % au plus peut être convenue (même article) ; le contrat fini, elle est à rendre. Reste dû et avances ne se compensent pas d'un parcours à l'autre.`,
  "Engagement : au prorata des jours de chaque année de contrat.",
];

/** What there is to do, where the cash stands, what was due and paid month by month, what each year bears. */
export function paiementsTable(paiements: Paiements, width: number): string {
  const { lecture, date, annees, mois, fiches, opcos, total, blocages, nonAcceptes } = paiements;
  return [
    ...section(`À faire pour être payé : ${count(blocages.length, "point")}`, aFaire(blocages, width)),
    ...section(`Avance de trésorerie au ${formatDay(date)}, par fiche projet`, avances("Fiche projet", fiches, total, width)),
    ...section(`Avance de trésorerie au ${formatDay(date)}, par OPCO`, avances("OPCO", opcos, total, width)),
    ...section("Échéancier : ce que l'OPCO doit et ce qu'il verse", moisTable(mois, date, width)),
    ...section("Engagement par année civile", anneesTable(annees, width)),
    ...notes.flatMap((note) => wrap(note, width)),
    ...(nonAcceptes === 0 ? [] : wrap(nonAcceptesText(nonAcceptes), width)),
    `Lecture des textes : ${lectures[lecture].titre} (${lecture}).`,
    "",
  ].join("\n");
}

function nonAcceptesText(nombre: number): string {
  return `${count(nombre, "parcours n'est pas accepté", "parcours ne sont pas acceptés")} par l'OPCO, ni par son silence : rien n'y est dû encore.`;
}

function section(titre: string, body: string): string[] {
  return [style.bold(titre), "", body, ""];
}

function aFaire(blocages: readonly Blocage[], width: number): string {
  if (blocages.length === 0) return "Rien ne manque.";
  return [...new Set(blocages.map(({ parcours }) => parcours))]
    .flatMap((parcours) => [
      shorten(parcours, width),
      ...blocages.filter((one) => one.parcours === parcours).flatMap((one) => wrap(`${one.action} ${enjeu(one)}`, width, "  - ")),
    ])
    .join("\n");
}

/** The amount of an invoice is in its sentence already. */
function enjeu({ genre, montant: cents }: Blocage): string {
  return genre === "facture" || genre === "declaration" || cents <= 0 ? "" : `(${formatEuros(cents)})`;
}

const figures = (headers: readonly string[]): Column[] => headers.map((header) => ({ header, align: "right" }));

function avances(titre: string, groupes: readonly Avance[], total: Avance, width: number): string {
  const columns = [{ header: titre }, ...figures(["Dépensé", "Versé", "Publics", "Avance", "Reste dû", "D'avance"])];
  const row = ({ cle, depense, verse, publics, avance, resteDu, verseDAvance }: Avance): string[] => [
    cle,
    ...[depense, verse, publics, avance, resteDu, verseDAvance].map(montant),
  ];
  return namedTable(columns, groupes.map(row), row({ ...total, cle: "Total" }), width);
}

function moisTable(mois: readonly Mois[], date: Day, width: number): string {
  const columns = [{ header: "Mois" }, ...figures(["Dépensé", "Dû", "Versé", "Reste dû", "D'avance"])];
  const rows = mois.map(({ mois: nom, depense, du, verse, resteDu, verseDAvance }) => [
    nom > date.slice(0, 7) ? `${nom} (prévu)` : nom,
    ...[depense, du, verse, resteDu, verseDAvance].map(montant),
  ]);
  const { resteDu = 0, verseDAvance = 0 } = mois.at(-1) ?? {};
  const sum = (of: "depense" | "du" | "verse"): string => montant(mois.reduce((total, one) => total + one[of], 0));
  return namedTable(columns, rows, ["Total", sum("depense"), sum("du"), sum("verse"), montant(resteDu), montant(verseDAvance)], width);
}

function anneesTable(annees: readonly AnneeCivile[], width: number): string {
  const columns = [{ header: "Année" }, ...figures(["Parcours", "Coût réel", "Forfait", "Complément", "Versé"])];
  const rows = annees.map(({ annee, parcours, coutReel, forfait, complement, verse }) => [
    String(annee),
    formatNumber(parcours),
    ...[coutReel, forfait, complement, verse].map(montant),
  ]);
  const sum = (of: "coutReel" | "forfait" | "complement" | "verse"): string => montant(annees.reduce((total, one) => total + one[of], 0));
  return namedTable(columns, rows, ["Total", "", sum("coutReel"), sum("forfait"), sum("complement"), sum("verse")], width);
}
