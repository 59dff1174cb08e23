import type { Modele } from "../dispositif/catalogue.ts";
import type { DossierMixte } from "../dossier/load.ts";
import { valeurA } from "../dossier/write/modifier.ts";
import { UserError } from "../errors.ts";
import { list } from "../words/french.ts";
import { type Cellule, enCellule } from "./cellules.ts";
import { type Colonne, EXEMPLE, type Feuille, feuilles } from "./classeur.ts";

/** A sheet and what it holds: one value a column, in each row. */
export interface FeuilleRemplie extends Feuille {
  lignes: readonly (readonly Cellule[])[];
  /** Whether the rows are an example, which import leaves alone. */
  isExemple: boolean;
}

/** An empty workbook, each sheet with a row that shows how to fill it in. */
export function modele(modeles: readonly Modele[]): FeuilleRemplie[] {
  return nommees(modeles).map((feuille) => ({ ...feuille, isExemple: true, lignes: [feuille.colonnes.map(exempleDe)] }));
}

/** @throws UserError when two dispositifs have a sheet of one name: a workbook has but one. */
function nommees(modeles: readonly Modele[]): readonly Feuille[] {
  const toutes = feuilles(modeles);
  const vues = new Map<string, Feuille>();
  for (const feuille of toutes) {
    const nom = feuille.nom.toLowerCase();
    const autre = vues.get(nom);
    if (autre !== undefined) {
      throw new UserError(
        `Les dispositifs « ${autre.modele.identifiant} » et « ${feuille.modele.identifiant} » ont tous deux une feuille « ${feuille.nom} » : un classeur n'en a qu'une de ce nom.`,
        "Demandez-les l'un après l'autre par --dispositif, ou changez ce nom dans « x-feuilles ».",
      );
    }
    vues.set(nom, feuille);
  }
  return toutes;
}

function exempleDe({ champ, isReference }: Colonne): Cellule {
  return isReference ? EXEMPLE : enCellule(champ, champ.exemple);
}

/**
 * The workbook of a dossier, which import makes the same dossier of again.
 * @throws UserError when two documents bear one identifiant: a row could not say whose it is.
 */
export function remplir({ fiches, parcours }: Pick<DossierMixte, "fiches" | "parcours">, modeles: readonly Modele[]): FeuilleRemplie[] {
  const documents = { fiche: fiches, parcours };
  const ceuxDe = (kind: "fiche" | "parcours", modele: Modele) =>
    documents[kind].filter((un) => un.modele === modele).map(({ data }) => data);
  for (const modele of modeles) for (const kind of ["fiche", "parcours"] as const) refuseDoublons(ceuxDe(kind, modele));
  return nommees(modeles).map((feuille) => ({
    ...feuille,
    isExemple: false,
    lignes: ceuxDe(feuille.kind, feuille.modele).flatMap((data) => lignesDe(feuille, data)),
  }));
}

function refuseDoublons(documents: readonly { identifiant: string }[]): void {
  const vus = new Set<string>();
  const doublons = new Set<string>();
  for (const { identifiant } of documents) (vus.has(identifiant) ? doublons : vus).add(identifiant);
  if (doublons.size === 0) return;
  throw new UserError(
    `Plusieurs fichiers portent l'identifiant ${list([...doublons].map((id) => `« ${id} »`))} : un classeur ne pourrait pas les distinguer.`,
    "Donnez à chacun le sien, puis recommencez ; « cpro validate » dit où ils se trouvent.",
  );
}

/** As many rows as the longest list of the sheet; values that stand in no list are on the first. */
function lignesDe({ colonnes, ancre }: Feuille, data: { identifiant: string }): Cellule[][] {
  const lignes: Cellule[][] = [];
  for (let rang = 0; ; rang += 1) {
    const ligne = colonnes.map((colonne) => (colonne.isReference ? data.identifiant : valeurDe(colonne, data, rang)));
    const isVide = ligne.every((cellule, index) => cellule === undefined || colonnes[index]?.isReference);
    if (isVide && !(ancre && rang === 0)) return lignes;
    lignes.push(ligne);
  }
}

function valeurDe({ champ, liste }: Colonne, data: object, rang: number): Cellule {
  if (liste === undefined) return rang === 0 ? enCellule(champ, valeurA(data, champ.chemin)) : undefined;
  const chemin = liste.split(".");
  return enCellule(champ, valeurA(data, [...chemin, rang, ...champ.chemin.slice(chemin.length + 1)]));
}
