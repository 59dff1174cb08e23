import type { Figure, Terme } from "../../dispositif/bilan.ts";
import { ENSEMBLE } from "../definition/categorie.ts";
import { nomDeFigure } from "../definition/cle.ts";
import { cleDeCellule, cleDuCompte, nombreDe } from "../definition/cles.ts";
import type { Definition } from "../definition/definition.ts";
import { type Regroupement, termesReunis } from "../regroupement/index.ts";
import type { Cellule, Table } from "./tables.ts";

/** A header figure with its value, and the variables of the secrecy it adds up. */
export interface FigureChiffree {
  id: string;
  libelle: string;
  groupe: string;
  unite?: "euros";
  /** The variable that decides whether it may be shown: the cell's own, or one of its own for a sum of cells. */
  cle: string;
  valeur: number | null;
  /** For a mean, the count it divides by. */
  sur?: string;
  termes: { cle: string; moins: boolean }[];
}

export function chiffrer(definition: Definition, tables: readonly Table[], regroupement?: Regroupement): FigureChiffree[] {
  const parId = new Map(tables.map((table) => [table.indicateur.id, table]));
  return figuresDe(definition, regroupement).map(({ id, libelle, groupe, unite, termes }) => {
    const parts = termesReunis(definition, termes, regroupement).map((terme) => partDe(parId.get(terme.table), terme));
    const [seule] = parts;
    const simple = parts.length === 1 && seule !== undefined;
    return {
      id,
      libelle,
      groupe,
      ...(unite && { unite }),
      cle: simple ? seule.cle : nomDeFigure(id),
      ...(seule?.sur && { sur: seule.sur }),
      valeur: simple ? seule.valeur : parts.reduce((somme, { valeur, moins }) => somme + (moins ? -1 : 1) * (valeur ?? 0), 0),
      termes: parts,
    };
  });
}

/** Those of the measures published. */
function figuresDe({ figures }: Definition, regroupement: Regroupement | undefined): readonly Figure[] {
  return figures.filter(({ termes }) => termes.every(({ mesure }) => regroupement?.mesures?.includes(mesure) ?? true));
}

interface Part {
  cle: string;
  valeur: number | null;
  moins: boolean;
  sur?: string;
}

function partDe(table: Table | undefined, terme: Terme): Part {
  const cellule = table?.cellules.find((candidate) => estDe(candidate, terme));
  if (table === undefined || cellule === undefined) throw new RangeError(`no cell for the figure of ${terme.table}`);
  return {
    cle: cleDeCellule(table.indicateur, cellule),
    valeur: nombreDe(table.indicateur, cellule),
    moins: terme.moins ?? false,
    ...(table.indicateur.grandeur.type === "moyenne" && { sur: cleDuCompte(table.indicateur, cellule) }),
  };
}

/** Whether a cell is the one that a figure adds up. */
export function estDe(cellule: Pick<Cellule, "mesure" | "codes">, { mesure, codes = {} }: Terme): boolean {
  return cellule.mesure === mesure && Object.entries(cellule.codes).every(([id, code]) => code === (codes[id] ?? ENSEMBLE));
}
