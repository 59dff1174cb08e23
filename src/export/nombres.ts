import { largest } from "../words/largest.ts";
import { type Ligne, mesures, type NomDeMesure } from "./colonnes.ts";
import { pasDe } from "./pas.ts";

/** The numbers of a row, by their names. */
export type Nombres = { [C in NomDeMesure]: number };

/** A number to the nearest step, but what is not zero stays so: the tables count who has something. */
export function auPas(nombre: number, pas: number): number {
  return nombre > 0 ? pas * Math.max(1, Math.round(nombre / pas)) : 0;
}

/** Numbers with the cost as the sum of its parts, as it was before they were rounded. */
export function avecCout(nombres: Nombres): Nombres {
  return { ...nombres, cout: mesures.filter((nom) => nom.startsWith("depense_")).reduce((somme, nom) => somme + nombres[nom], 0) };
}

/**
 * Rows that are alike in all else, made alike in their hours and amounts too, k and more at a time: they are parted where they differ
 * most for as long as both parts have k, then each part gets one number a column.
 */
export function auxMemesNombres(lignes: readonly Ligne[], k: number): Ligne[] {
  const parts = lignes.length < 2 * k ? undefined : couper(lignes);
  if (parts !== undefined) return parts.flatMap((part) => auxMemesNombres(part, k));
  const eligibles = lignes.filter(({ eligible }) => eligible);
  const valeurs = (nom: NomDeMesure): number[] =>
    // Only who is eligible has amounts, and counts where they are added up: the others must not lower them.
    (nom.startsWith("heures_") || eligibles.length === 0 ? lignes : eligibles).map((ligne) => ligne[nom]);
  const nombres = Object.fromEntries(mesures.map((nom) => [nom, estRare(nom, lignes) ? 0 : commun(valeurs(nom), pasDe(nom))])) as Nombres;
  return lignes.map((ligne) => ({ ...ligne, ...avecCout(tenables(nombres)) }));
}

/** Hours that fewer than half of the rows have: the tables count who has some, and would count them all. */
function estRare(nom: NomDeMesure, lignes: readonly Ligne[]): boolean {
  return nom.startsWith("heures_") && lignes.filter((ligne) => ligne[nom] > 0).length < lignes.length / 2;
}

/** Each part rounded its own way, what is kept would be more than what was spent, or the whole more than its parts. */
function tenables(nombres: Nombres): Nombres {
  const retenus = mesures.filter((nom) => nom.startsWith("retenu_"));
  const depenses = retenus.map((nom) => {
    const depense = nom.replace("retenu_", "depense_") as NomDeMesure;
    return [depense, Math.max(nombres[depense], nombres[nom])] as const;
  });
  const retenu = retenus.reduce((somme, nom) => somme + nombres[nom], 0);
  return { ...nombres, ...Object.fromEntries(depenses), forfait: Math.min(nombres.forfait, retenu) };
}

/** In the middle of the column that is most spread out. */
function couper(lignes: readonly Ligne[]): [Ligne[], Ligne[]] | undefined {
  const etendues = mesures.map((nom) => {
    const valeurs = lignes.map((ligne) => ligne[nom]);
    const [petit, grand] = [
      -largest(
        valeurs.map((valeur) => -valeur),
        Number.NEGATIVE_INFINITY,
      ),
      largest(valeurs),
    ];
    return { nom, etendue: grand === 0 ? 0 : (grand - petit) / grand };
  });
  const { nom, etendue } = etendues.reduce((large, une) => (une.etendue > large.etendue ? une : large));
  if (etendue === 0) return undefined;
  const rangees = [...lignes].sort((a, b) => a[nom] - b[nom] || ((a.id ?? "") < (b.id ?? "") ? -1 : 1));
  return [rangees.slice(0, rangees.length / 2), rangees.slice(rangees.length / 2)];
}

/**
 * One number for several: what they all are at the finest step where they agree, else their mean, so that sums hold. A step is never
 * more than half of it, or it would say nothing of small numbers.
 */
function commun(valeurs: readonly number[], pas: readonly number[]): number {
  const moyenne = valeurs.reduce((somme, valeur) => somme + valeur, 0) / valeurs.length;
  const possibles = pas.filter((un, rang) => rang === 0 || un <= moyenne / 2);
  const accords = possibles.map((un) => new Set(valeurs.map((valeur) => auPas(valeur, un)))).filter(({ size }) => size === 1);
  const [accord] = accords[0] ?? [];
  return accord ?? auPas(moyenne, possibles.at(-1) ?? 1);
}
