import { NON_CONNU } from "../dashboard/definition/categorie.ts";
import { largest } from "../words/largest.ts";
import {
  type Bande,
  colonnes,
  type Ligne,
  type NomDeMesure,
  noms,
  quasiIdentifiants,
  type NomDeTrait as Trait,
  traits,
} from "./colonnes.ts";
import { auxMemesNombres } from "./nombres.ts";
import { grouper } from "./risque.ts";

/** From what the tables need most to what they can best do without; how many hours, and the amounts, go before all of them. */
const parUtilite = traits.toSorted((a, b) => (colonnes[b].utilite ?? 0) - (colonnes[a].utilite ?? 0));

/** What is told of job-seekers alone. */
const desDemandeurs = noms.filter((nom) => "concernes" in colonnes[nom] && colonnes[nom].concernes === "demandeurs");

interface Generalisation {
  lignes: Ligne[];
  /** Rows kept at home: fewer than k contracts are of their half-year, which cannot be left out. */
  retenus: number;
}

/**
 * The rows made alike until each is like at least k − 1 others in all that somebody may know. Every trait is left out, then given back
 * one at a time wherever each value is held by k rows; who is then alike gets the same hours and amounts. Of several orders,
 * the one that loses least is taken. The same rows always give the same lot.
 */
export function generaliser(lignes: readonly Ligne[], k: number, semestre: string): Generalisation {
  const avant = `avant-${semestre}`;
  const periodes = [...grouper(lignes, ({ conclu_le }) => (conclu_le === semestre ? semestre : avant)).values()];
  const gardees = periodes.filter(({ length }) => length >= k);
  const rendues = gardees.flatMap((groupe) => {
    const essais = ordres(groupe).map((ordre) => rendre(groupe, ordre, { k, avant }));
    return moindre(groupe, essais).flatMap((pareilles) => auxMemesNombres(pareilles, k));
  });
  return { lignes: rendues, retenus: lignes.length - rendues.length };
}

/** By use; columns of few values first, for they part the rows least; and by use with each column in turn the last, or the first to go. */
function ordres(lignes: readonly Ligne[]): Trait[][] {
  const valeurs = (trait: Trait): number => new Set(lignes.map((ligne) => valeurDe(ligne, trait))).size;
  const parVariete = [...parUtilite].sort((a, b) => valeurs(a) - valeurs(b));
  return [[...parUtilite], parVariete].flatMap((ordre) => [ordre, ...ordre.map((un) => [...ordre.filter((autre) => autre !== un), un])]);
}

function valeurDe(ligne: Ligne, trait: Trait): string {
  const valeur = ligne[trait];
  return typeof valeur === "number" ? String(valeur > 0) : String(valeur ?? NON_CONNU);
}

/** What stands in place of a value, and of those that would tell it: only a job-seeker has a duration of registration. */
function sans(trait: Trait, avant: string): Partial<Ligne> {
  if (trait === "eligible" || trait.startsWith("heures_")) return {};
  if (trait === "conclu_le") return { conclu_le: avant };
  if (trait !== "situation_avant") return { [trait]: NON_CONNU };
  return { situation_avant: NON_CONNU, ...Object.fromEntries(desDemandeurs.map((nom) => [nom, null])) };
}

/** The rows parted into groups of k or more; `lignes` are at least k, and alike in the traits already given back. */
function rendre(lignes: readonly Ligne[], [trait, ...suite]: readonly Trait[], regles: { k: number; avant: string }): Ligne[][] {
  const { k, avant } = regles;
  if (trait === undefined) return [[...lignes]];
  const parts = [...grouper(lignes, (ligne) => valeurDe(ligne, trait))]
    .sort(([a, les], [b, autres]) => autres.length - les.length || (a < b ? -1 : 1))
    .map(([, part]) => part);
  const grandes = parts.filter(({ length }) => length >= k);
  const reste = parts.filter(({ length }) => length < k).flat();
  // Too few to be alike in having nothing: the smallest of the others joins them.
  const derniere = reste.length > 0 && reste.length < k ? (grandes.pop() ?? []) : [];
  const otees = [...reste, ...derniere].map((ligne) => ({ ...ligne, ...sans(trait, avant) }));
  return [...grandes, ...(otees.length > 0 ? [otees] : [])].flatMap((part) => rendre(part, suite, regles));
}

/** A value weighs the square of its trait's place from the end: two of the least useful are given for one that many tables need. */
function moindre(avant: readonly Ligne[], essais: readonly Ligne[][][]): Ligne[][] {
  const vraies = new Map(avant.map((ligne) => [ligne.id, ligne]));
  const perdues = (groupe: readonly Ligne[], trait: Trait): number => {
    const changees = groupe.filter((ligne) => vraies.get(ligne.id)?.[trait] !== ligne[trait]).length;
    // Rows that differ and will get one number all the same: the fewer are lost.
    const melees = [...grouper(groupe, (ligne) => valeurDe(ligne, trait)).values()].map(({ length }) => length);
    return changees + groupe.length - largest(melees);
  };
  const perte = (essai: readonly Ligne[][]): number =>
    parUtilite.reduce((somme, trait, rang) => {
      const valeurs = essai.reduce((total, groupe) => total + perdues(groupe, trait), 0);
      return somme + valeurs * (parUtilite.length - rang) ** 2;
    }, 0);
  const pertes = essais.map((essai) => ({ essai, perte: perte(essai) }));
  return pertes.reduce((petite, une) => (une.perte < petite.perte ? une : petite)).essai;
}

/** How many values of each column are no longer what they were. */
export function valeursPerdues(avant: readonly Ligne[], apres: readonly Ligne[]): Perte[] {
  const anciennes = new Map(avant.map((ligne) => [ligne.id, ligne]));
  return quasiIdentifiants
    .map((colonne) => ({ colonne, valeurs: apres.filter((ligne) => anciennes.get(ligne.id)?.[colonne] !== ligne[colonne]).length }))
    .filter(({ valeurs }) => valeurs > 0);
}

interface Perte {
  colonne: Bande | NomDeMesure;
  valeurs: number;
}
