import { moisExacts, plusJours, plusMois } from "./calendrier.ts";
import { centimes, compare, divise, entier, type Fraction, fois, fraction, plancher, plus, somme } from "./fraction.ts";
import type { Contrat } from "./types.ts";

export interface Annee {
  debut: string;
  fin: string;
  mois: Fraction;
}

/** A line of money that may bear a day. */
export interface Ligne {
  montant: number;
  date?: string | undefined;
}

/** The last day of the contract: its end, or the rupture when it comes before. */
export function dernierJour({ fin, rupture }: Contrat): string {
  return rupture?.le !== undefined && rupture.le < fin ? rupture.le : fin;
}

/** Contract years, from anniversary to anniversary (the start's day, clamped to the month's last); the last may be short. */
export function anneesDuContrat(contrat: Contrat): Annee[] {
  const dernier = dernierJour(contrat);
  const annees: Annee[] = [];
  for (let n = 0; ; n++) {
    const debut = plusMois(contrat.debut, 12 * n);
    if (n > 0 && debut > dernier) return annees;
    const finPleine = plusJours(plusMois(contrat.debut, 12 * (n + 1)), -1);
    const pleine = finPleine <= dernier;
    annees.push({ debut, fin: pleine ? finPleine : dernier, mois: pleine ? entier(12) : moisExacts(debut, dernier) });
  }
}

/** The year that holds a day: the first for what came before the contract, the last for what came after. */
function rangDeLAnnee(date: string, annees: readonly Annee[]): number {
  const rang = annees.findIndex(({ fin }) => date <= fin);
  return rang === -1 ? annees.length - 1 : rang;
}

/** A sum over the years in proportion to their months: whole cents, those left over by largest remainder, ties to the earlier year. */
export function repartir(total: bigint, annees: readonly Annee[]): bigint[] {
  if (total < 0n) return repartir(-total, annees).map((part) => -part);
  const mois = annees.reduce((cumul, annee) => plus(cumul, annee.mois), entier(0));
  const exactes = annees.map((annee) => fois(fraction(total), divise(annee.mois, mois)));
  const parts = exactes.map(plancher);
  const reste = (rang: number): Fraction => plus(exactes[rang] ?? entier(0), fraction(-(parts[rang] ?? 0n)));
  const servis = parts.map((_, rang) => rang).sort((a, b) => compare(reste(b), reste(a)) || a - b);
  for (const rang of servis.slice(0, Number(total - somme(parts)))) parts[rang] = (parts[rang] ?? 0n) + 1n;
  return parts;
}

const sansDate = ({ date }: Ligne): boolean => date === undefined;
const total = (lignes: readonly Ligne[]): bigint => somme(lignes.map(({ montant }) => centimes(montant)));

/** Lines to years: each dated one to its year, the undated ones summed then spread. */
export function parAnnee(lignes: readonly Ligne[], annees: readonly Annee[]): bigint[] {
  const reparties = repartir(total(lignes.filter(sansDate)), annees);
  return annees.map((_, rang) => {
    const datees = lignes.filter(({ date }) => date !== undefined && rangDeLAnnee(date, annees) === rang);
    return total(datees) + (reparties[rang] ?? 0n);
  });
}

/** What of these lines has happened on a day: dated ones on theirs, the undated part of a contract year on that year's last day. */
export function faitAu(lignes: readonly Ligne[], annees: readonly Annee[], jour: string): bigint {
  const datees = lignes.filter(({ date }) => date !== undefined && date <= jour);
  const reparties = repartir(total(lignes.filter(sansDate)), annees);
  return total(datees) + somme(reparties.filter((_, rang) => (annees[rang]?.fin ?? "") <= jour));
}
