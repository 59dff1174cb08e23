import { type Day, daysBetween } from "../words/dates.ts";
import { type Cents, spread } from "../words/money.ts";
import type { FinancementParcours } from "./parcours.ts";

/** What a calendar year bears: engaged in proportion to its days, paid at the date of the payments. */
export interface AnneeCivile {
  annee: number;
  /** Parcours with at least a day, or a payment, in the year. */
  parcours: number;
  coutReel: Cents;
  forfait: Cents;
  complement: Cents;
  verse: Cents;
}

type Montant = "coutReel" | "forfait" | "complement" | "verse";

/**
 * The engagement of the eligible parcours by calendar year, for budgets: the amounts of a contract year are spread over the calendar
 * years in proportion to its days, to the cent; the complement, which is of the whole parcours, over the days of the contract.
 */
export function parAnneeCivile(parcours: Iterable<FinancementParcours>): AnneeCivile[] {
  const annees = new Map<number, AnneeCivile>();
  for (const one of parcours) {
    if (one.motifs.length > 0) continue;
    const seen = new Set<number>();
    const add = (annee: number, montant: Montant, cents: Cents): void => {
      const sums = annees.get(annee) ?? { annee, parcours: 0, coutReel: 0, forfait: 0, complement: 0, verse: 0 };
      sums[montant] += cents;
      if (!seen.has(annee)) sums.parcours += 1;
      seen.add(annee);
      annees.set(annee, sums);
    };
    engager(one, add);
    for (const { cents, formula } of one.verse.parts) if (formula?.kind === "ligne") add(yearOf(formula.date), "verse", cents);
  }
  return [...annees.values()].sort((a, b) => a.annee - b.annee);
}

function engager({ annees, complement }: FinancementParcours, add: (annee: number, montant: Montant, cents: Cents) => void): void {
  for (const { debut, fin, forfait, composantes } of annees) {
    const cout = Object.values(composantes).reduce((sum, { depense }) => sum + depense.cents, 0);
    for (const { annee, part } of partager(cout, debut, fin)) add(annee, "coutReel", part);
    for (const { annee, part } of partager(forfait.cents, debut, fin)) add(annee, "forfait", part);
  }
  const [first, last] = [annees[0], annees.at(-1)];
  if (first === undefined || last === undefined || complement.cents === 0) return;
  for (const { annee, part } of partager(complement.cents, first.debut, last.fin)) add(annee, "complement", part);
}

/** An amount over the calendar years of a period, by days; a period broken before its first day belongs to the year of that day. */
function partager(total: Cents, debut: Day, fin: Day): { annee: number; part: Cents }[] {
  const [first, last] = [yearOf(debut), yearOf(fin)];
  if (last <= first) return [{ annee: first, part: total }];
  const annees = Array.from({ length: last - first + 1 }, (_, rang) => first + rang);
  const jours = annees.map((annee) => {
    const from = annee === first ? debut : `${annee}-01-01`;
    return annee === last ? daysBetween(from, fin) + 1 : daysBetween(from, `${annee}-12-31`) + 1;
  });
  return spread(total, jours).map((part, rang) => ({ annee: first + rang, part }));
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
