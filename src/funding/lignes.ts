import type { ParcoursConclu } from "../dossier/faits.ts";
import type { Day } from "../words/dates.ts";
import { type Cents, spread, toCents } from "../words/money.ts";
import { type Amount, figure } from "./amount.ts";
import { type AnneeContrat, rangDeLAnnee } from "./annees.ts";
import { type ParComposante, parComposante } from "./composantes.ts";

/** A line of the file: an expense, an avoir or public money. */
export interface Ligne {
  date: Day | undefined;
  amount: Amount;
  /** Promised, not received: taken off from the forfait all the same, but no cash yet. */
  isPromise?: true;
}

/** A line, or a share of those without a date, on the day that it counts everywhere. */
export interface LignePlacee {
  le: Day;
  amount: Amount;
}

export function lignesDeDepense({ financement }: ParcoursConclu): ParComposante<Ligne[]> {
  const lignes = parComposante((): Ligne[] => []);
  for (const { composante, montant, date, libelle = montant < 0 ? "Avoir" : "Dépense" } of financement.depenses) {
    lignes[composante].push({ date, amount: ligne(libelle, montant, date) });
  }
  return lignes;
}

const sansLignes: ParComposante<Ligne[]> = parComposante(() => []);

export function lignesPubliques({ financement }: ParcoursConclu): ParComposante<Ligne[]> {
  if (financement.publics === undefined || financement.publics.length === 0) return sansLignes;
  const lignes = parComposante((): Ligne[] => []);
  for (const { composante, montant, date, financeur, statut } of financement.publics) {
    lignes[composante].push({ date, amount: ligne(financeur, montant, date), ...(statut === "notifie" ? { isPromise: true } : {}) });
  }
  return lignes;
}

export function ligne(label: string, euros: number, date: Day | undefined): Amount {
  return date === undefined ? figure(label, toCents(euros)) : figure(label, toCents(euros), [], { kind: "ligne", date });
}

/**
 * The lines of one component, year by year. A dated line goes whole to the year of its date and counts on its day; the undated ones are
 * summed, then spread in proportion to the months, so that splitting a line changes nothing, and each share counts on the last day of
 * its year. Public money is shared out like expenses.
 */
export function placer(lignes: readonly Ligne[], annees: readonly AnneeContrat[]): LignePlacee[][] {
  const places: LignePlacee[][] = annees.map(() => []);
  const [seule] = annees;
  // In a contract of one year there is nothing to share out: its lines stand as they are.
  if (seule !== undefined && annees.length === 1) return [lignes.map(({ date = seule.fin, amount }) => ({ le: date, amount }))];
  for (const { date, amount } of lignes) if (date !== undefined) places[rangDeLAnnee(annees, date)]?.push({ le: date, amount });
  const sansDate = lignes.reduce((sum, { date, amount }) => (date === undefined ? sum + amount.cents : sum), 0);
  if (sansDate !== 0) repartir(sansDate, annees).forEach((part, rang) => void places[rang]?.push(part));
  return places;
}

function repartir(total: Cents, annees: readonly AnneeContrat[]): LignePlacee[] {
  const mois = annees.map((annee) => annee.mois);
  const duree = mois.reduce((a, b) => a + b, 0);
  return spread(total, mois).map((cents, rang) => {
    const formula = { kind: "repartition", total, mois: mois[rang] ?? 0, duree } as const;
    return { le: annees[rang]?.fin ?? "", amount: figure("Part des lignes sans date", cents, [], formula) };
  });
}
