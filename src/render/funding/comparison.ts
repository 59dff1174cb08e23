import type { Funding } from "../../funding/funding.ts";
import { lectures } from "../../funding/index.ts";
import { reference } from "../../legal/index.ts";
import { formatNumber } from "../../words/french.ts";
import { type Cents, toEuros } from "../../words/money.ts";
import { type Cell, csv } from "../csv.ts";
import { shorten } from "../terminal/shorten.ts";
import { type Column, table } from "../terminal/table.ts";
import { ineligibles, markedName } from "./ineligibles.ts";
import { lectureText } from "./lecture.ts";
import { montant } from "./montant.ts";

const LONGEST_NAME = 22;

/** The forfait under each reading side by side, and what the last reading changes to the first. */
export function comparisonTable(fundings: readonly Funding[], width: number): string {
  const { totaux, parcours } = shared(fundings);
  const columns: Column[] = [{ header: "Parcours" }];
  for (const header of [...fundings.map(({ lecture }) => lecture), "Écart"]) columns.push({ header, align: "right" });
  const rows = parcours.map((one, rang) => [shorten(markedName(one), LONGEST_NAME), ...sideBySide(forfaitsAt(fundings, rang))]);
  return [
    table(columns, rows, ["Total", ...sideBySide(fundings.map((funding) => funding.totaux.forfait))]),
    "",
    `Forfaits en euros. Au total : ${formatNumber(totaux.eligibles)} parcours sur ${formatNumber(totaux.parcours)}.`,
    ...ineligibles(parcours, width),
    "",
    ...fundings.map(({ lecture }) => lectureText(lecture)),
    "",
  ].join("\n");
}

/** `cpro/funding-lectures/1`: the readings with their choices, then the forfait of each parcours by reading. */
export function comparisonJson(fundings: readonly Funding[]): string {
  const { date, parcours, totaux } = shared(fundings);
  const document = {
    format: "cpro/funding-lectures/1",
    date,
    lectures: Object.fromEntries(fundings.map(({ lecture }) => [lecture, lectureJson(lecture)])),
    parcours: parcours.map(({ identifiant, motifs }, rang) => ({
      identifiant,
      eligible: motifs.length === 0,
      ...byLecture(fundings, forfaitsAt(fundings, rang)),
    })),
    totaux: {
      parcours: totaux.parcours,
      eligibles: totaux.eligibles,
      ...byLecture(
        fundings,
        fundings.map((funding) => funding.totaux.forfait),
      ),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

export function comparisonCsv(fundings: readonly Funding[]): string {
  const rows = shared(fundings).parcours.map(({ identifiant, motifs }, rang): Cell[] => {
    const forfaits = forfaitsAt(fundings, rang);
    return [identifiant, motifs.length === 0 ? "oui" : "non", ...[...forfaits, gap(forfaits)].map(toEuros)];
  });
  return csv(["Parcours", "Éligible", ...fundings.map(({ lecture }) => `Forfait (${lecture})`), "Écart"], rows);
}

/** What does not depend on the reading. */
function shared([first]: readonly Funding[]): Funding {
  if (first === undefined) throw new RangeError("no reading to compare");
  return first;
}

function forfaitsAt(fundings: readonly Funding[], rang: number): Cents[] {
  return fundings.map(({ parcours }) => parcours[rang]?.forfait.cents ?? 0);
}

function sideBySide(forfaits: readonly Cents[]): string[] {
  return [...forfaits, gap(forfaits)].map(montant);
}

function gap(forfaits: readonly Cents[]): Cents {
  return (forfaits.at(-1) ?? 0) - (forfaits[0] ?? 0);
}

function byLecture(fundings: readonly Funding[], forfaits: readonly Cents[]): { forfait: Record<string, number>; ecart: number } {
  const forfait = Object.fromEntries(fundings.map(({ lecture }, index) => [lecture, toEuros(forfaits[index] ?? 0)]));
  return { forfait, ecart: toEuros(gap(forfaits)) };
}

function lectureJson(nom: Funding["lecture"]): object {
  const { titre, ...choix } = lectures[nom];
  const entries = Object.entries(choix).map(([nom, { valeur, texte, references }]) => [
    nom,
    { valeur, texte, references: references.map(reference) },
  ]);
  return { titre, ...Object.fromEntries(entries) };
}
