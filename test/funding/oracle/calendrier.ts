import { entier, type Fraction, fraction, plus } from "./fraction.ts";

/** Plain civil arithmetic: a day is the text `2024-02-29`, or the number of days since 1 January 1900. */
interface Civil {
  annee: number;
  mois: number;
  jour: number;
}

const bissextile = (annee: number): boolean => annee % 4 === 0 && (annee % 100 !== 0 || annee % 400 === 0);
const longueurMois = (annee: number, mois: number): number =>
  mois === 2 ? (bissextile(annee) ? 29 : 28) : [4, 6, 9, 11].includes(mois) ? 30 : 31;

function civil(date: string): Civil {
  const [annee = 0, mois = 0, jour = 0] = date.split("-").map(Number);
  return { annee, mois, jour };
}

const texte = ({ annee, mois, jour }: Civil): string =>
  [annee.toString().padStart(4, "0"), mois.toString().padStart(2, "0"), jour.toString().padStart(2, "0")].join("-");

/** Days since 1 January 1900, counted year by year, then month by month. */
export function rangDuJour(date: string): number {
  const { annee, mois, jour } = civil(date);
  let rang = jour - 1;
  for (let a = 1900; a < annee; a++) rang += bissextile(a) ? 366 : 365;
  for (let m = 1; m < mois; m++) rang += longueurMois(annee, m);
  return rang;
}

function jourDuRang(rang: number): string {
  let reste = rang;
  let annee = 1900;
  for (; reste >= (bissextile(annee) ? 366 : 365); annee++) reste -= bissextile(annee) ? 366 : 365;
  let mois = 1;
  for (; reste >= longueurMois(annee, mois); mois++) reste -= longueurMois(annee, mois);
  return texte({ annee, mois, jour: reste + 1 });
}

export const plusJours = (date: string, jours: number): string => jourDuRang(rangDuJour(date) + jours);

/** The same day so many months later, or the last day of that month when it has no such day. */
export function plusMois(date: string, nombre: number): string {
  const { annee, mois, jour } = civil(date);
  const rang = annee * 12 + mois - 1 + nombre;
  const [a, m] = [Math.floor(rang / 12), (rang % 12) + 1];
  return texte({ annee: a, mois: m, jour: Math.min(jour, longueurMois(a, m)) });
}

/** The largest n such that `debut` + n months is not after `borne`. */
function moisEntiers(debut: string, borne: string): number {
  let n = 0;
  while (plusMois(debut, n + 1) <= borne) n++;
  return n;
}

/** Months from a day to a last day, counted in: whole ones, then days over the length of the month that they start. */
export function moisExacts(debut: string, dernier: string): Fraction {
  const borne = plusJours(dernier, 1);
  const entiers = moisEntiers(debut, borne);
  const entame = rangDuJour(plusMois(debut, entiers));
  const longueur = rangDuJour(plusMois(debut, entiers + 1)) - entame;
  return plus(entier(entiers), fraction(BigInt(rangDuJour(borne) - entame), BigInt(longueur)));
}
