import { NON_CONNU } from "../dashboard/definition/categorie.ts";
import { type Ligne, mesures, type NomDeColonne, noms, quasiIdentifiants } from "./colonnes.ts";

/** How recognisable the persons of a lot are, measured on its rows as they are written. */
export interface Risque {
  /** The smallest number of rows with the same quasi-identifiers, hours and amounts included; null without rows. */
  k: number | null;
  /** The smallest number of different results in a group where one is known; null when none is. */
  l: number | null;
  groupes: number;
  /** Rows that nobody else is like. */
  seuls: number;
  /** The pseudonyms of the rows that are alone in their hours and amounts. */
  seuls_aux_montants: string[];
  /** Rows that nobody else is like in anything, events and outcome included, which k does not count. */
  seuls_en_tout: number;
}

/** What is asked of k when nothing else is, and of l always. */
export const K_PAR_DEFAUT = 3;
export const L_DEMANDE = 2;

export function mesurer(lignes: readonly Ligne[]): Risque {
  const groupes = [...grouper(lignes, signatureDe(quasiIdentifiants)).values()];
  const seulsPar = (noms: readonly NomDeColonne[]): Ligne[] =>
    [...grouper(lignes, signatureDe(noms)).values()].filter(({ length }) => length === 1).flat();
  const connus = groupes.map((groupe) => groupe.map(resultat)).filter((resultats) => resultats.some((un) => un !== undefined));
  return {
    k: plusPetit(groupes.map(({ length }) => length)),
    l: plusPetit(connus.map((resultats) => new Set(resultats).size)),
    groupes: groupes.length,
    seuls: groupes.filter(({ length }) => length === 1).length,
    seuls_aux_montants: seulsPar(mesures).map(({ id }) => id ?? ""),
    seuls_en_tout: seulsPar(noms.filter((nom) => nom !== "id")).length,
  };
}

/** Whether every row has its likes in what is listed, and none has its result told by it. */
export function tient({ k, l }: Risque, demande = K_PAR_DEFAUT): boolean {
  return k !== null && k >= demande && (l === null || l >= L_DEMANDE);
}

/** The rows by what a function says of them, in the order met. */
export function grouper<L>(lignes: readonly L[], cle: (ligne: L) => string): Map<string, L[]> {
  const groupes = new Map<string, L[]>();
  for (const ligne of lignes) {
    const groupe = groupes.get(cle(ligne));
    if (groupe === undefined) groupes.set(cle(ligne), [ligne]);
    else groupe.push(ligne);
  }
  return groupes;
}

/** A field left out is a value like another: rows without it are like each other, and like no one else. */
function signatureDe(noms: readonly NomDeColonne[]): (ligne: Ligne) => string {
  return (ligne) => JSON.stringify(noms.map((nom) => ligne[nom] ?? NON_CONNU));
}

/** What became of the person, as far as it has. */
function resultat({ rupture_le, jury_le, resultat }: Ligne): string | undefined {
  if (rupture_le !== null) return "rupture";
  return jury_le === null || resultat === null || resultat === NON_CONNU ? undefined : resultat;
}

function plusPetit(nombres: readonly number[]): number | null {
  return nombres.reduce<number | null>((petit, nombre) => (petit === null || nombre < petit ? nombre : petit), null);
}
