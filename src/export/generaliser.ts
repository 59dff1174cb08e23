import { type Bande, type LigneDeLot, mesures, NON_CONNU, type NomDeMesure, quasiIdentifiants } from "./colonnes.ts";
import { auxMemesNombres } from "./nombres.ts";
import { grouper } from "./risque.ts";

/** From what the tables need most to what they can best do without; hours and amounts go before all of them. */
const parUtilite: readonly Bande[] = [
  "conclu_le",
  "sexe",
  "tranche_age",
  "region",
  "situation_avant",
  "niveau",
  "nature_certification",
  "domaine",
  "duree",
  "nature_contrat",
  "niveau_entree",
  "secteur",
  "effectif",
  "entreprise",
  "certification",
];

interface Generalisation {
  lignes: LigneDeLot[];
  /** Rows kept at home: fewer than k contracts are of their half-year, which cannot be left out. */
  retenus: number;
}

/**
 * The rows made alike until each is like at least k − 1 others in all that somebody may know. Every band is left out, then given back
 * one column at a time wherever each value is held by k rows; who is then alike gets the same hours and amounts. Of several orders,
 * the one that loses least is taken. The same rows always give the same lot.
 */
export function generaliser(lignes: readonly LigneDeLot[], k: number, semestre: string): Generalisation {
  const avant = `avant-${semestre}`;
  const periodes = [...grouper(lignes, ({ conclu_le }) => (conclu_le === semestre ? semestre : avant)).values()];
  const gardees = periodes.filter(({ length }) => length >= k);
  const rendues = gardees.flatMap((groupe) => {
    const essais = ordres(groupe).map((ordre) => rendre(groupe, [...ordre.map((nom) => traitDe(nom, avant)), ...traitsDesNombres], k));
    return moindre(groupe, essais).flatMap((pareilles) => auxMemesNombres(pareilles, k));
  });
  return { lignes: rendues, retenus: lignes.length - rendues.length };
}

/** By use; columns of few values first, for they part the rows least; and by use with each column in turn the last, or the first to go. */
function ordres(lignes: readonly LigneDeLot[]): Bande[][] {
  const valeurs = (nom: Bande): number => new Set(lignes.map((ligne) => ligne[nom])).size;
  const parVariete = [...parUtilite].sort((a, b) => valeurs(a) - valeurs(b));
  return [[...parUtilite], parVariete].flatMap((ordre) => [ordre, ...ordre.map((nom) => [...ordre.filter((un) => un !== nom), nom])]);
}

/** What rows may share, and what is left of those that do not. */
interface Trait {
  de: (ligne: LigneDeLot) => string;
  sans: Partial<LigneDeLot>;
}

function traitDe(nom: Bande, avant: string): Trait {
  return { de: (ligne) => ligne[nom] ?? NON_CONNU, sans: sansBande(nom, avant) };
}

/** What stands in place of a value, and of those that would tell it: only a job-seeker has a duration of registration. */
function sansBande(nom: Bande, avant: string): Partial<LigneDeLot> {
  if (nom === "conclu_le") return { conclu_le: avant };
  if (nom !== "situation_avant") return { [nom]: NON_CONNU };
  return { situation_avant: NON_CONNU, inscription: null, minimum_social: null, rqth: null, prioritaire: null };
}

/** Who has amounts at all, then who has which hours: the tables count them, and one number for all would say that all have some. */
const traitsDesNombres: readonly Trait[] = [
  { de: ({ eligible }) => String(eligible), sans: {} },
  ...mesures.filter((nom) => nom.startsWith("heures_")).map((nom): Trait => ({ de: (ligne) => String(ligne[nom] > 0), sans: {} })),
];

/** The rows parted into groups of k or more; `lignes` are at least k, and alike in the traits already given back. */
function rendre(lignes: readonly LigneDeLot[], [trait, ...suite]: readonly Trait[], k: number): LigneDeLot[][] {
  if (trait === undefined) return [[...lignes]];
  const parts = [...grouper(lignes, trait.de)]
    .sort(([a, les], [b, autres]) => autres.length - les.length || (a < b ? -1 : 1))
    .map(([, part]) => part);
  const grandes = parts.filter(({ length }) => length >= k);
  const reste = parts.filter(({ length }) => length < k).flat();
  // Too few to be alike in having nothing: the smallest of the others joins them.
  const derniere = reste.length > 0 && reste.length < k ? (grandes.pop() ?? []) : [];
  const otees = [...reste, ...derniere].map((ligne) => ({ ...ligne, ...trait.sans }));
  return [...grandes, ...(otees.length > 0 ? [otees] : [])].flatMap((part) => rendre(part, suite, k));
}

/** A value weighs the square of its column's place from the end: two of the least useful are given for one that many tables need. */
function moindre(avant: readonly LigneDeLot[], essais: readonly LigneDeLot[][][]): LigneDeLot[][] {
  const vraies = new Map(avant.map((ligne) => [ligne.id, ligne]));
  const perte = (essai: LigneDeLot[][]): number =>
    essai.flat().reduce((somme, ligne) => {
      const perdues = parUtilite.filter((nom) => vraies.get(ligne.id)?.[nom] !== ligne[nom]);
      return perdues.reduce((total, nom) => total + (parUtilite.length - parUtilite.indexOf(nom)) ** 2, somme);
    }, 0);
  const pertes = essais.map((essai) => ({ essai, perte: perte(essai) }));
  return pertes.reduce((petite, une) => (une.perte < petite.perte ? une : petite)).essai;
}

/** How many values of each column are no longer what they were. */
export function valeursPerdues(avant: readonly LigneDeLot[], apres: readonly LigneDeLot[]): Perte[] {
  const anciennes = new Map(avant.map((ligne) => [ligne.id, ligne]));
  return quasiIdentifiants
    .map((colonne) => ({ colonne, valeurs: apres.filter((ligne) => anciennes.get(ligne.id)?.[colonne] !== ligne[colonne]).length }))
    .filter(({ valeurs }) => valeurs > 0);
}

interface Perte {
  colonne: Bande | NomDeMesure;
  valeurs: number;
}
