import { cheminDe } from "./brouillon.ts";
import type { Grille } from "./grille.ts";

type Rubrique = Record<string, unknown>;

/**
 * The data of a file with those of the workbook: a value of the workbook takes the place of the file's, a list takes the place of
 * the whole list. What the workbook leaves empty stays as it is, unless `vider` asks to take it away.
 */
export function fusionner(avant: Rubrique, classeur: Rubrique, vider: readonly Grille[] = []): Rubrique {
  const apres = superposer(avant, classeur);
  for (const { colonnes } of vider) {
    for (const { colonne } of colonnes) {
      if (colonne.isReference) continue;
      const chemin = colonne.liste === undefined ? cheminDe(colonne, 0).map(String) : colonne.liste.split(".");
      if (valeurEn(classeur, chemin) === undefined) retirer(apres, chemin);
    }
  }
  return apres;
}

function superposer(avant: Rubrique, apres: Rubrique): Rubrique {
  const somme: Rubrique = { ...avant };
  for (const [cle, valeur] of Object.entries(apres)) {
    const autre = somme[cle];
    somme[cle] = isRubrique(autre) && isRubrique(valeur) ? superposer(autre, valeur) : valeur;
  }
  return somme;
}

function valeurEn(data: Rubrique, chemin: readonly string[]): unknown {
  return chemin.reduce<unknown>((node, cle) => (isRubrique(node) ? node[cle] : undefined), data);
}

/** A rubric that loses its last key goes too; what is empty already stays as it is written. */
function retirer(data: Rubrique, [cle = "", ...reste]: readonly string[]): void {
  if (reste.length === 0) {
    const valeur = data[cle];
    if (!(Array.isArray(valeur) && valeur.length === 0)) delete data[cle];
    return;
  }
  const dessous = data[cle];
  if (!isRubrique(dessous) || Object.keys(dessous).length === 0) return;
  const copie = { ...dessous };
  retirer(copie, reste);
  if (Object.keys(copie).length === 0) delete data[cle];
  else data[cle] = copie;
}

function isRubrique(valeur: unknown): valeur is Rubrique {
  return typeof valeur === "object" && valeur !== null && !Array.isArray(valeur);
}
