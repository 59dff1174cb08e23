import type { Modele } from "../dispositif/catalogue.ts";
import { type Champ, champsDe, ELEMENT, estEnCellule } from "./champs.ts";
import { enteteDeLignes } from "./lignes.ts";
import { type Theme, themesDe } from "./themes.ts";

/** A column of a sheet; in a vertical sheet, a row. */
export interface Colonne {
  /** What the hidden cell above the heading says, whatever becomes of the heading: « parcours:financement.depenses[].montant ». */
  cle: string;
  /** The heading, unlike any other of the sheet. */
  entete: string;
  /** The heading of a few columns. */
  bande: string;
  champ: Champ;
  /** The list that a row of the sheet holds one element of, such as « financement.depenses ». */
  liste: string | undefined;
  /** Says which document a row belongs to. */
  isReference: boolean;
}

export interface Feuille extends Theme {
  colonnes: readonly Colonne[];
}

/** What the reference of an example says, so that import leaves its row alone. */
export const EXEMPLE = "EXEMPLE (non importé)";

const known = new WeakMap<Modele, readonly Feuille[]>();

/** The workbook that `cpro template` writes and `cpro import` reads for some dispositifs: its sheets and their columns. */
export function feuilles(modeles: readonly Modele[]): readonly Feuille[] {
  return modeles.flatMap(feuillesDe);
}

function feuillesDe(modele: Modele): readonly Feuille[] {
  const deja = known.get(modele);
  if (deja !== undefined) return deja;
  const themes = themesDe(modele);
  const siennes = themes.map((theme) => ({ ...theme, colonnes: colonnesDe(theme, themes) }));
  known.set(modele, siennes);
  return siennes;
}

/** The sheets where documents begin, in the dispositif of files that name none; in those asked for, when it is not among them. */
export function ancresDe(modeles: readonly Modele[]): string[] {
  const premiers = modeles.filter(({ dispositif }) => dispositif.par_defaut);
  return feuilles(premiers.length > 0 ? premiers : modeles).flatMap(({ ancre, nom }) => (ancre ? [nom] : []));
}

/** The name of the sheet where the documents that another is about begin. */
export function ancreDe({ modele, forme }: Pick<Theme, "modele" | "forme">): string {
  return feuillesDe(modele).find((autre) => autre.ancre && autre.forme === forme)?.nom ?? "";
}

function colonnesDe(theme: Theme, themes: readonly Theme[]): Colonne[] {
  const toutes = champsDe(theme.forme).map((champ) => colonneDe(theme, champ));
  const reference = toutes.find(({ cle }) => cle === `${theme.forme.nom}:identifiant`);
  const autres = enBandes(toutes.filter((colonne) => colonne !== reference && themeDe(theme, colonne, themes) === theme));
  if (reference === undefined) throw new Error(`${theme.forme.nom} sans identifiant`);
  const entete = theme.ancre ? reference.entete : theme.kind === "fiche" ? "Fiche" : "Parcours";
  return [{ ...reference, entete, isReference: true }, ...autres.map((colonne) => ({ ...colonne, entete: enteteDe(colonne, autres) }))];
}

/** Columns of one rubric stand together, under one band. */
function enBandes(colonnes: readonly Colonne[]): Colonne[] {
  const bandes = [...new Set(colonnes.map(({ bande }) => bande))];
  return bandes.flatMap((bande) => colonnes.filter((colonne) => colonne.bande === bande));
}

/** Texts of a list have rows of their own; a few codes stand together in one cell. */
function colonneDe({ forme, nom }: Theme, champ: Champ): Colonne {
  const isEnLignes = champ.multiple && !estEnCellule(champ);
  const chemin = isEnLignes ? [...champ.chemin, ELEMENT] : champ.chemin;
  const rang = chemin.indexOf(ELEMENT);
  return {
    cle: `${forme.nom}:${chemin.join(".").replaceAll(`.${ELEMENT}`, ELEMENT)}`,
    entete: enteteDeLignes(champ),
    bande: champ.rubriques.at(-1) ?? nom,
    champ,
    liste: rang === -1 ? undefined : chemin.slice(0, rang).join("."),
    isReference: false,
  };
}

/** The sheet that names the list of a column, or the nearest rubric that holds it. */
function themeDe({ forme }: Theme, { cle, liste }: Colonne, themes: readonly Theme[]): Theme | undefined {
  const chemin = cle.slice(forme.nom.length + 1);
  const nomme = (rubrique: string): boolean =>
    liste === undefined ? rubrique === "" || chemin === rubrique || chemin.startsWith(`${rubrique}.`) : rubrique === `${liste}${ELEMENT}`;
  const portee = (theme: Theme): number => Math.max(-1, ...theme.rubriques.filter(nomme).map(({ length }) => length));
  return themes
    .filter((theme) => theme.forme === forme && portee(theme) >= 0)
    .sort((a, b) => portee(b) - portee(a))
    .at(0);
}

/** « Dénomination » alone, or « Dénomination (employeur) » when the sheet has another. */
function enteteDe({ entete, bande }: Colonne, colonnes: readonly Colonne[]): string {
  const isSeule = colonnes.filter((autre) => autre.entete === entete).length === 1;
  // « AFEST » keeps its capitals.
  const bas = /^.\p{Ll}/u.test(bande) ? bande.slice(0, 1).toLowerCase() + bande.slice(1) : bande;
  return isSeule ? entete : `${entete} (${bas})`;
}
