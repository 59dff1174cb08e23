import type { Feuille } from "../saisie/classeur.ts";
import { plainText } from "../words/texte.ts";
import { adresse } from "./adresse.ts";
import { type CelluleLue, type FeuilleLue, isIllisible, type LigneLue } from "./classeur/index.ts";
import { type Adresse, colonnesDe, doublons, inconnues, sansDoublon, type Trouvee } from "./colonnes.ts";
import { headings, MOST_ABOVE, texteDe } from "./entetes.ts";
import type { Probleme } from "./probleme.ts";
import { estVertical, transposee } from "./verticale.ts";

/** A sheet whose columns are known: what stands in each row, and the address of each cell. */
export interface Grille {
  feuille: Feuille;
  colonnes: readonly Trouvee[];
  /** The rows under the headings. */
  lignes: readonly LigneLue[];
  ou: Adresse;
}

export interface GrilleLue {
  feuille: Feuille;
  grille?: Grille;
  problemes: Probleme[];
  /** Headings of columns that hold something nobody knows; they are left out. */
  ignorees: string[];
}

/** The headings of a sheet, by their hidden keys or their words; undefined when the sheet is none of the workbook's. */
export function lireGrille(lue: FeuilleLue, connues: readonly Feuille[]): GrilleLue | undefined {
  const isVertical = estVertical(lue, connues);
  const sheet = isVertical ? transposee(lue) : lue;
  const feuille = feuilleDe(sheet, connues);
  if (feuille === undefined) return undefined;
  const ou: Adresse = (ligne, index) => (isVertical ? adresse(lue.nom, index, ligne) : adresse(lue.nom, ligne, index));
  const { cles, entetes } = headings(sheet, feuille, connues);
  if (entetes === undefined) return sansEntete(lue, feuille);
  const found = colonnesDe(feuille, connues, { ...(cles && { cles }), entetes }, sheet);
  const lignes = sheet.lignes.filter(({ numero, cellules }) => numero > entetes.numero && !isAide(cellules, found));
  const premiere = isVertical ? Math.min(...found.map(({ index }) => index)) : 1;
  const rest = inconnues(lignes, entetes, { feuille, ou, premiere, connus: found.map(({ index }) => index) });
  const lues = new Set(lignes.flatMap(({ cellules }) => found.map(({ index }) => cellules[index])));
  return {
    feuille,
    grille: { feuille, colonnes: sansDoublon(found), lignes, ou },
    problemes: [...doublons(found, entetes.numero, ou), ...rest.problemes, ...illisibles(sheet, ou, lues)],
    ignorees: rest.ignorees,
  };
}

/** What cannot be read in a sheet, but for cells that are read elsewhere: a heading, or what may belong to anything. */
export function illisibles({ lignes }: FeuilleLue, ou: Adresse, lues: ReadonlySet<CelluleLue | undefined> = new Set()): Probleme[] {
  return lignes.flatMap(({ numero, cellules }) =>
    cellules.flatMap((cellule, index) => {
      if (cellule === undefined || lues.has(cellule) || !isIllisible(cellule.valeur)) return [];
      return [{ ou: ou(numero, index), message: cellule.valeur.illisible, conseil: cellule.valeur.conseil }];
    }),
  );
}

/** By its name, unless all its keys are those of others; else by the keys that it has most of. */
function feuilleDe({ nom, lignes }: FeuilleLue, connues: readonly Feuille[]): Feuille | undefined {
  const texts = new Set(lignes.slice(0, MOST_ABOVE).flatMap(({ cellules }) => cellules.map(texteDe)));
  const ranked = connues
    .map((feuille) => ({ feuille, score: feuille.colonnes.filter(({ cle, isReference }) => !isReference && texts.has(cle)).length }))
    .sort((a, b) => b.score - a.score);
  const found = ranked.filter(({ score }) => score > 0).map(({ feuille }) => feuille);
  const named = connues.find((feuille) => plainText(feuille.nom) === plainText(nom));
  return named !== undefined && (found.length === 0 || found.includes(named)) ? named : found[0];
}

/** In a vertical sheet, the columns of help and of examples: what stands above their first field says so. */
function isAide(cellules: LigneLue["cellules"], found: readonly Trouvee[]): boolean {
  const above = cellules.slice(0, Math.min(...found.map(({ index }) => index)));
  return above.some((cellule) => ["cpro:aide", "Aide", "Exemple"].includes(texteDe(cellule)));
}

function sansEntete({ nom, lignes }: FeuilleLue, feuille: Feuille): GrilleLue {
  if (lignes.length === 0) return { feuille, problemes: [], ignorees: [] };
  const attendus = feuille.colonnes.slice(0, 3).map(({ entete }) => `« ${entete} »`);
  return {
    feuille,
    problemes: [
      {
        ou: adresse(nom, 1, 1),
        message: `Les en-têtes de la feuille « ${nom} » sont introuvables.`,
        conseil: `On attend une ligne avec ${attendus.join(", ")}… : reprenez celle du classeur que « cpro template » écrit.`,
      },
    ],
    ignorees: [],
  };
}
