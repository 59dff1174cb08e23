import { UserError } from "../../errors.ts";
import { formatNumber } from "../../words/french.ts";
import { compterFusion, etendre, type Fusion, lireFusion } from "./fusions.ts";
import type { CelluleLue, FeuilleLue, ValeurLue } from "./lue.ts";
import { abime } from "./paquet/abime.ts";
import { adresse, DERNIERE_LIGNE, type Position } from "./position.ts";

const [MOST_ROWS, MOST_COLUMNS, MOST_CELLS] = [200_000, 1000, 5_000_000] as const;

/** What is counted over all sheets of a workbook. */
export interface Comptes {
  /** Merged cells. */
  fusions: number;
  /** Cells of all rows, up to the last one with something in it. */
  cellules: number;
}

interface Ligne {
  numero: number;
  isMasquee: boolean;
  cellules: (CelluleLue | undefined)[];
}

/** The rows of a sheet while it is read. */
export interface Lignes {
  nom: string;
  parNumero: Map<number, Ligne>;
  fusions: Fusion[];
  comptes: Comptes;
}

/** A row without number follows the one before. */
export function ajouterLigne(lignes: Lignes, r: string | undefined, avant: number, isMasquee: boolean): number {
  const numero = r === undefined ? avant + 1 : /^\s*\d+\s*$/.test(r) ? Number(r) : 0;
  if (numero > DERNIERE_LIGNE) throw tropGrande(lignes, "lignes", MOST_ROWS);
  if (numero < 1) throw abime(`la feuille « ${lignes.nom} » a une ligne « ${r} »`);
  if (lignes.parNumero.has(numero)) throw abime(`la feuille « ${lignes.nom} » a deux lignes ${numero}`);
  lignes.parNumero.set(numero, { numero, isMasquee, cellules: [] });
  return numero;
}

/** @throws UserError past what anyone types, and when the cell is there already. */
export function ajouterCellule(lignes: Lignes, place: Position, valeur: ValeurLue): void {
  const cellules = lignes.parNumero.get(place.ligne)?.cellules ?? [];
  if (cellules[place.colonne] !== undefined) throw abime(`la feuille « ${lignes.nom} » a deux cellules ${adresse(place)}`);
  if (place.ligne > MOST_ROWS) throw tropGrande(lignes, "lignes", MOST_ROWS);
  if (place.colonne > MOST_COLUMNS) throw tropGrande(lignes, "colonnes", MOST_COLUMNS);
  lignes.comptes.cellules += Math.max(0, place.colonne + 1 - cellules.length);
  if (lignes.comptes.cellules > MOST_CELLS) throw tropGrande(lignes, "cellules", MOST_CELLS);
  cellules[place.colonne] = { valeur };
}

export function ajouterFusion(lignes: Lignes, plage: string): void {
  const fusion = lireFusion(plage);
  if (fusion === undefined) throw abime(`la feuille « ${lignes.nom} » fusionne les cellules « ${plage} »`);
  lignes.comptes.fusions = compterFusion(lignes.comptes.fusions, fusion);
  lignes.fusions.push(fusion);
}

export function enFeuille({ nom, parNumero, fusions }: Lignes): FeuilleLue {
  const cellulesDe = (numero: number): Ligne["cellules"] => {
    const ligne = parNumero.get(numero) ?? { numero, isMasquee: false, cellules: [] };
    parNumero.set(numero, ligne);
    return ligne.cellules;
  };
  for (const fusion of fusions) etendre(fusion, cellulesDe);
  const lignes = [...parNumero.values()].filter(({ cellules }) => cellules.length > 0);
  return { nom, lignes: lignes.sort((a, b) => a.numero - b.numero) };
}

function tropGrande({ nom }: Lignes, quoi: "lignes" | "colonnes" | "cellules", limite: number): UserError {
  return new UserError(
    `La feuille « ${nom} » va au-delà de ${formatNumber(limite)} ${quoi} : cpro ne la lit pas.`,
    "Supprimez les lignes et les colonnes vides mises en forme, ou partagez le classeur en plusieurs.",
  );
}
