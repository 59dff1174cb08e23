import { type LigneDeLot, NON_CONNU, quasiIdentifiants } from "./colonnes.ts";

/** How recognisable the persons of a lot are, measured on its rows as they are written. */
export interface Risque {
  /** The smallest number of rows with the same quasi-identifiers; null without rows. */
  k: number | null;
  /** The smallest number of different results in a group where one is known; null when none is. */
  l: number | null;
  groupes: number;
  /** Rows that nobody else is like. */
  seuls: number;
}

/** What is asked of k when nothing else is, and of l always. */
export const K_PAR_DEFAUT = 3;
export const L_DEMANDE = 2;

export function mesurer(lignes: readonly LigneDeLot[]): Risque {
  const groupes = [...grouper(lignes, signature).values()];
  const connus = groupes.map((groupe) => groupe.map(resultat)).filter((resultats) => resultats.some((un) => un !== undefined));
  return {
    k: plusPetit(groupes.map(({ length }) => length)),
    l: plusPetit(connus.map((resultats) => new Set(resultats).size)),
    groupes: groupes.length,
    seuls: groupes.filter(({ length }) => length === 1).length,
  };
}

/** Whether nobody is recognisable by what is listed, nor has their result told by it. */
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
function signature(ligne: LigneDeLot): string {
  return JSON.stringify(quasiIdentifiants.map((nom) => ligne[nom] ?? NON_CONNU));
}

/** What became of the person, as far as it has. */
function resultat({ rupture_le, jury_le, resultat }: LigneDeLot): string | undefined {
  if (rupture_le !== null) return "rupture";
  return jury_le === null || resultat === null || resultat === NON_CONNU ? undefined : resultat;
}

function plusPetit(nombres: readonly number[]): number | null {
  return nombres.reduce<number | null>((petit, nombre) => (petit === null || nombre < petit ? nombre : petit), null);
}
