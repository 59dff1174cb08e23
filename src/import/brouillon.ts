import type { Modele } from "../dispositif/catalogue.ts";
import type { Forme, Kind } from "../dispositif/forme.ts";
import type { Path } from "../dossier/place.ts";
import type { Colonne } from "../saisie/classeur.ts";
import type { Grille } from "./grille.ts";
import type { Probleme } from "./probleme.ts";

/** A row of the workbook that says something of a document, and which element of each list it holds. */
interface LigneSource {
  grille: Grille;
  numero: number;
  rangs: Map<string, number>;
}

/** A document as the workbook gives it, with the cell of each value; not yet checked against anything. */
export interface Brouillon {
  kind: Kind;
  forme: Forme;
  modele: Modele;
  identifiant: string;
  /** The cell of its identifiant. */
  ancre: string;
  data: Record<string, unknown>;
  /** The cell of each value, by its path. */
  cellules: Map<string, string>;
  lignes: LigneSource[];
  /** How many elements of each list were read. */
  longueurs: Map<string, number>;
  /** What could not be read in its cells. */
  problemes: Probleme[];
}

const cleDe = (chemin: Path): string => chemin.join("/");

/** The path of a value: in a list, of the element at a rank. */
export function cheminDe({ champ, liste }: Colonne, rang: number): Path {
  if (liste === undefined) return champ.chemin;
  const avant = liste.split(".");
  return [...avant, rang, ...champ.chemin.slice(avant.length + 1)];
}

/** Puts a value in, making what leads to it; gives the cell that said otherwise before, if any. */
export function noter(brouillon: Brouillon, chemin: Path, valeur: unknown, cellule: string): string | undefined {
  const cle = cleDe(chemin);
  const avant = brouillon.cellules.get(cle);
  if (avant !== undefined) return JSON.stringify(at(brouillon.data, chemin)) === JSON.stringify(valeur) ? undefined : avant;
  put(brouillon.data, chemin, valeur);
  brouillon.cellules.set(cle, cellule);
  return undefined;
}

type Container = Record<string | number, unknown>;

function isContainer(node: unknown): node is Container {
  return typeof node === "object" && node !== null;
}

function at(data: unknown, chemin: Path): unknown {
  return chemin.reduce<unknown>((node, pas) => (isContainer(node) ? node[pas] : undefined), data);
}

/** The columns of the workbook are known: no key of theirs leads through a value. */
function put(data: Container, chemin: Path, valeur: unknown): void {
  let node = data;
  for (const [rang, pas] of chemin.entries()) {
    if (rang === chemin.length - 1) node[pas] = valeur;
    else {
      const suivant = node[pas] ?? (typeof chemin[rang + 1] === "number" ? [] : {});
      node[pas] = suivant;
      if (isContainer(suivant)) node = suivant;
    }
  }
}

/**
 * The cell where something is to be said of a path: that of its value; the empty cell where a missing one is to be written; that
 * of what stands under it; else where the document begins.
 */
export function celluleDe(brouillon: Brouillon, chemin: Path): string {
  const exacte = brouillon.cellules.get(cleDe(chemin)) ?? celluleVide(brouillon, chemin);
  if (exacte !== undefined) return exacte;
  if (chemin.length === 0) return brouillon.ancre;
  const dessous = `${cleDe(chemin)}/`;
  for (const [cle, cellule] of brouillon.cellules) if (cle.startsWith(dessous)) return cellule;
  return celluleDe(brouillon, chemin.slice(0, -1));
}

function celluleVide({ lignes }: Brouillon, chemin: Path): string | undefined {
  for (const { grille, numero, rangs } of lignes) {
    const trouvee = grille.colonnes.find(({ colonne }) => {
      const rang = colonne.liste === undefined ? 0 : rangs.get(colonne.liste);
      return rang !== undefined && !colonne.isReference && cleDe(cheminDe(colonne, rang)) === cleDe(chemin);
    });
    if (trouvee !== undefined) return grille.ou(numero, trouvee.index);
  }
  return undefined;
}
