import { type LigneDeLot, NON_CONNU, type QuasiIdentifiant } from "./colonnes.ts";
import { grouper } from "./risque.ts";

/** From what the dashboard needs most to what it can best do without: the last is the first to go. */
const parUtilite: readonly QuasiIdentifiant[] = [
  "sexe",
  "tranche_age",
  "situation_avant",
  "niveau",
  "nature_certification",
  "domaine",
  "duree",
  "nature_contrat",
  "niveau_entree",
  "region",
  "secteur",
  "effectif",
  "entreprise",
  "certification",
  "conclu_le",
];

interface Generalisation {
  lignes: LigneDeLot[];
  /** Rows kept at home: fewer than k contracts are of their half-year, which cannot be left out. */
  retenus: number;
}

/**
 * The rows with fields left out until each is like at least k − 1 others. Events before the half-year lose which half-year it was,
 * which its dashboard does not ask. Then everything is left out, and given back one column at a time wherever each value is held by k
 * rows; of two orders, the one that loses less is taken. The same rows always give the same lot.
 */
export function generaliser(lignes: readonly LigneDeLot[], k: number, semestre: string): Generalisation {
  const avant = `avant-${semestre}`;
  const situer = (jour: string | null): string | null => (jour === null || jour === semestre ? jour : avant);
  const situees = lignes.map(({ rupture_le, jury_le, fin_parcours, ...ligne }) => ({
    ...ligne,
    rupture_le: situer(rupture_le),
    jury_le: situer(jury_le),
    fin_parcours: situer(fin_parcours),
  }));
  const periodes = [...grouper(situees, ({ conclu_le }) => situer(conclu_le) ?? "").values()];
  const gardees = periodes.filter(({ length }) => length >= k);
  const rendues = gardees.flatMap((groupe) => {
    const essais = [parUtilite, parVariete(groupe)].map((ordre) => rendre(groupe, ordre, k, avant));
    return essais.reduce((meilleur, essai) => (pertes(groupe, essai) < pertes(groupe, meilleur) ? essai : meilleur));
  });
  return { lignes: rendues, retenus: lignes.length - rendues.length };
}

/** Columns of few values first: they part the rows least. */
function parVariete(lignes: readonly LigneDeLot[]): QuasiIdentifiant[] {
  const valeurs = (colonne: QuasiIdentifiant): number => new Set(lignes.map((ligne) => ligne[colonne])).size;
  return [...parUtilite].sort((a, b) => valeurs(a) - valeurs(b));
}

/** `lignes` are at least k, and alike in the columns already given back. */
function rendre(lignes: readonly LigneDeLot[], [colonne, ...suite]: readonly QuasiIdentifiant[], k: number, avant: string): LigneDeLot[] {
  if (colonne === undefined) return [...lignes];
  const parts = [...grouper(lignes, (ligne) => ligne[colonne] ?? NON_CONNU)].sort(
    ([a, les], [b, autres]) => autres.length - les.length || (a < b ? -1 : 1),
  );
  const grandes = parts.map(([, part]) => part).filter(({ length }) => length >= k);
  const reste = parts
    .map(([, part]) => part)
    .filter(({ length }) => length < k)
    .flat();
  // Too few to be alike in having nothing: the smallest of the others joins them.
  if (reste.length > 0 && reste.length < k) reste.push(...(grandes.pop() ?? []));
  const otees = reste.map((ligne) => ({ ...ligne, ...oter(colonne, avant) }));
  return [...grandes, ...(otees.length > 0 ? [otees] : [])].flatMap((part) => rendre(part, suite, k, avant));
}

/** What stands in place of a value, and of those that would tell it: only a job-seeker has a duration of registration. */
function oter(colonne: QuasiIdentifiant, avant: string): Partial<LigneDeLot> {
  if (colonne === "conclu_le") return { conclu_le: avant };
  if (colonne !== "situation_avant") return { [colonne]: NON_CONNU };
  return { situation_avant: NON_CONNU, inscription: null, minimum_social: null, rqth: null, prioritaire: null };
}

/** A value of the most useful column weighs as many times one of the least useful as there are columns. */
function pertes(avant: readonly LigneDeLot[], apres: readonly LigneDeLot[]): number {
  return valeursPerdues(avant, apres).reduce(
    (somme, { colonne, valeurs }) => somme + valeurs * (parUtilite.length - parUtilite.indexOf(colonne)),
    0,
  );
}

/** How many values of each column are no longer what they were. */
export function valeursPerdues(
  avant: readonly LigneDeLot[],
  apres: readonly LigneDeLot[],
): { colonne: QuasiIdentifiant; valeurs: number }[] {
  const anciennes = new Map(avant.map((ligne) => [ligne.id, ligne]));
  return parUtilite
    .map((colonne) => ({ colonne, valeurs: apres.filter((ligne) => anciennes.get(ligne.id)?.[colonne] !== ligne[colonne]).length }))
    .filter(({ valeurs }) => valeurs > 0);
}
