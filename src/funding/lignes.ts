import type { Day } from "../dates.ts";
import type { ParcoursConclu } from "../dossier/faits.ts";
import { type Cents, spread, toCents } from "../money.ts";
import { type Amount, figure, sum } from "./amount.ts";
import { type AnneeContrat, rangDeLAnnee } from "./annees.ts";
import { type ParComposante, parComposante } from "./composantes.ts";

/** A line of the file: an expense or public money. */
export interface Ligne {
  date: Day | undefined;
  amount: Amount;
}

export function lignesDeDepense({ financement }: ParcoursConclu): ParComposante<Ligne[]> {
  const lignes = parComposante((): Ligne[] => []);
  for (const { composante, montant, date, libelle = "Dépense" } of financement.depenses) {
    lignes[composante].push({ date, amount: ligne(libelle, montant, date) });
  }
  return lignes;
}

const sansLignes: ParComposante<Ligne[]> = parComposante(() => []);

export function lignesPubliques({ financement }: ParcoursConclu): ParComposante<Ligne[]> {
  if (financement.publics === undefined || financement.publics.length === 0) return sansLignes;
  const lignes = parComposante((): Ligne[] => []);
  for (const { composante, montant, date, financeur } of financement.publics) {
    lignes[composante].push({ date, amount: ligne(financeur, montant, date) });
  }
  return lignes;
}

export function ligne(label: string, euros: number, date: Day | undefined): Amount {
  return date === undefined ? figure(label, toCents(euros)) : figure(label, toCents(euros), [], { kind: "ligne", date });
}

/**
 * The lines of one component, year by year. A dated line goes whole to the year of its date; the undated ones are summed, then
 * spread in proportion to the months, so that splitting a line changes nothing. Public money is shared out like expenses.
 */
export function parAnnee(lignes: readonly Ligne[], annees: readonly AnneeContrat[], label: string): Amount[] {
  // In a contract of one year there is nothing to share out: its lines stand as they are.
  if (annees.length === 1)
    return [
      sum(
        label,
        lignes.map(({ amount }) => amount),
      ),
    ];
  const parts: Amount[][] = annees.map(() => []);
  let sansDate: Cents = 0;
  for (const { date, amount } of lignes) {
    if (date === undefined) sansDate += amount.cents;
    else parts[rangDeLAnnee(annees, date)]?.push(amount);
  }
  if (sansDate > 0) repartir(sansDate, annees).forEach((part, rang) => void parts[rang]?.push(part));
  return parts.map((amounts) => sum(label, amounts));
}

function repartir(sansDate: Cents, annees: readonly AnneeContrat[]): Amount[] {
  const mois = annees.map((annee) => annee.mois);
  const duree = mois.reduce((a, b) => a + b, 0);
  return spread(sansDate, mois).map((cents, rang) =>
    figure("Part des lignes sans date", cents, [], { kind: "repartition", total: sansDate, mois: mois[rang] ?? 0, duree }),
  );
}
