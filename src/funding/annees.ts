import { dernierJour, lendemainDeLaFin, type ParcoursConclu } from "../dossier/faits.ts";
import { addDays, addYears, type Day, monthsBetween, monthsInYear } from "../words/dates.ts";

/** A year of the contract; `fin` is its last day and `mois` its length with its fraction. */
export interface AnneeContrat {
  annee: number;
  debut: Day;
  fin: Day;
  mois: number;
}

/**
 * The years of a contract, from anniversary to anniversary of its first day; the last may be short.
 * Anniversaries are counted from the first day, so that a contract begun on 29 February finds it again in leap years; the months of
 * a short year are counted from that year's own first day, last day included.
 * A contract always has a first year: when it is broken before its first day, that year has 0 months.
 */
export function anneesDuContrat(parcours: ParcoursConclu): AnneeContrat[] {
  const { debut } = parcours.contrat;
  const dernier = dernierJour(parcours);
  const annees: AnneeContrat[] = [];
  let premierJour = debut;
  do {
    const annee = annees.length + 1;
    const { jour, veille } = anniversaire(debut, annee);
    if (isAfter(veille, dernier)) annees.push({ annee, debut: premierJour, fin: dernier, mois: moisJusquaLaFin(premierJour, parcours) });
    else annees.push({ annee, debut: premierJour, fin: veille, mois: monthsInYear });
    premierJour = jour;
  } while (!isAfter(premierJour, dernier));
  return annees;
}

function moisJusquaLaFin(premierJour: Day, parcours: ParcoursConclu): number {
  return Math.max(0, monthsBetween(premierJour, lendemainDeLaFin(parcours)));
}

/** A day past 9999 is written with a sign, which would sort before all others: a contract typed to end in 9999 must end too. */
function isAfter(day: Day, other: Day): boolean {
  return day > other || day.startsWith("+");
}

const anniversaires = new Map<Day, { jour: Day; veille: Day }[]>();

/** The experiment has a thousand first days at most: their anniversaries are worth keeping. */
function anniversaire(debut: Day, annee: number): { jour: Day; veille: Day } {
  const known = anniversaires.get(debut) ?? [];
  anniversaires.set(debut, known);
  const jour = known[annee]?.jour ?? addYears(debut, annee);
  known[annee] ??= { jour, veille: addDays(jour, -1) };
  return known[annee];
}

/** The place of the contract year a day belongs to: the first for a day before the contract, the last for a day after it. */
export function rangDeLAnnee(annees: readonly AnneeContrat[], day: Day): number {
  return Math.max(
    0,
    annees.findLastIndex(({ debut }) => debut <= day),
  );
}
