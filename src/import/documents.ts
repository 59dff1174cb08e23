import type { Forme, Kind } from "../dispositif/forme.ts";
import { ancreDe, type Colonne, EXEMPLE, type Feuille } from "../saisie/classeur.ts";
import { nearest } from "../words/suggest.ts";
import { plainText } from "../words/texte.ts";
import { type Brouillon, cheminDe, noter } from "./brouillon.ts";
import type { CelluleLue, LigneLue } from "./classeur/index.ts";
import type { Grille } from "./grille.ts";
import { type Orpheline, retenus } from "./orphelines.ts";
import type { Probleme } from "./probleme.ts";
import { lireValeur } from "./valeur.ts";

/** What the rows of a workbook make. */
export interface Documents {
  brouillons: Brouillon[];
  /** Of rows that belong to no document. */
  problemes: Probleme[];
  /** Documents that a row without owner may be a part of, with the cell of that row: they are not whole. */
  retenus: Map<Brouillon, string>;
  /** How many rows were read although they are hidden, by sheet. */
  masquees: Map<string, number>;
  exemples: number;
}

/** Puts rows of all sheets together, document by document. */
export function assembler(grilles: readonly Grille[]): Documents {
  const documents: Documents = { brouillons: [], problemes: [], retenus: new Map(), masquees: new Map(), exemples: 0 };
  const suivi: Suivi = { orphelines: [], sansNom: [], precedent: undefined };
  const connus = new Map<Forme, Map<string, Brouillon>>();
  const ordre = [...grilles.filter(({ feuille }) => feuille.ancre), ...grilles.filter(({ feuille }) => !feuille.ancre)];
  for (const grille of ordre) {
    Object.assign(suivi, { sansNom: [], precedent: undefined });
    const { forme } = grille.feuille;
    const siens = connus.get(forme) ?? new Map<string, Brouillon>();
    connus.set(forme, siens);
    for (const ligne of grille.lignes) lireLigne(grille, ligne, documents, siens, suivi);
  }
  for (const [brouillon, ou] of retenus(suivi.orphelines, documents.brouillons)) documents.retenus.set(brouillon, ou);
  return documents;
}

/** The rows that belong to no document, and where one is in its sheet. */
interface Suivi {
  orphelines: Orpheline[];
  /** Those that name none, since the last row of a document. */
  sansNom: Orpheline[];
  precedent: Brouillon | undefined;
}

function lireLigne(grille: Grille, ligne: LigneLue, documents: Documents, connus: Map<string, Brouillon>, suivi: Suivi): void {
  const { feuille, colonnes } = grille;
  if (!colonnes.some(({ index }) => estPleine(ligne.cellules[index]))) return;
  const { index = 1, nom, faute } = referenceDe(grille, ligne);
  if (nom !== undefined && plainText(nom) === plainText(EXEMPLE)) {
    documents.exemples += 1;
    return;
  }
  if (ligne.isMasquee) documents.masquees.set(feuille.nom, (documents.masquees.get(feuille.nom) ?? 0) + 1);
  const ou = grille.ou(ligne.numero, index);
  const trouve = feuille.ancre ? nouveau(feuille, nom, ou, connus) : (faute ?? existant(feuille, nom, ou, connus));
  if ("message" in trouve) {
    documents.problemes.push(trouve);
    const double = feuille.ancre ? connus.get(nom ?? "") : undefined;
    if (double === undefined) noterOrpheline({ feuille, ou, nom, voisins: [] }, suivi);
    else documents.retenus.set(double, ou);
    return;
  }
  suivre(trouve, suivi);
  if (feuille.ancre) documents.brouillons.push(trouve);
  remplir(trouve, grille, ligne);
}

interface Reference {
  index?: number;
  nom?: string;
  /** Why it cannot be told. */
  faute?: Probleme;
}

/** Where a row says which document it belongs to, and what it says. */
function referenceDe({ colonnes, ou }: Grille, { cellules, numero }: LigneLue): Reference {
  const reference = colonnes.find(({ colonne }) => colonne.isReference);
  if (reference === undefined) return {};
  const { index, colonne } = reference;
  const lecture = lireValeur(colonne.champ, cellules[index]?.valeur ?? "");
  if ("message" in lecture) return { index, faute: { ou: ou(numero, index), ...lecture } };
  return "valeur" in lecture ? { index, nom: String(lecture.valeur) } : { index };
}

function suivre(brouillon: Brouillon, suivi: Suivi): void {
  for (const { voisins } of suivi.sansNom) voisins.push(brouillon);
  Object.assign(suivi, { sansNom: [], precedent: brouillon });
}

function noterOrpheline(orpheline: Orpheline, { orphelines, sansNom, precedent }: Suivi): void {
  orphelines.push(orpheline);
  if (orpheline.nom !== undefined) return;
  if (precedent !== undefined) orpheline.voisins.push(precedent);
  sansNom.push(orpheline);
}

function estPleine(cellule: CelluleLue | undefined): boolean {
  return cellule !== undefined && !(typeof cellule.valeur === "string" && cellule.valeur.trim() === "");
}

const noms: Record<Kind, string> = { fiche: "de la fiche", parcours: "du parcours" };

/** A row of the sheet where documents begin. One without identifiant is one all the same: the schema says what is missing. */
function nouveau(
  { kind, forme, modele }: Feuille,
  nom: string | undefined,
  ou: string,
  connus: Map<string, Brouillon>,
): Brouillon | Probleme {
  const avant = nom === undefined ? undefined : connus.get(nom);
  if (avant !== undefined)
    return { ou, message: `L'identifiant « ${nom} » figure déjà en ${avant.ancre}.`, conseil: "Donnez à chacun le sien." };
  const brouillon: Brouillon = {
    kind,
    forme,
    modele,
    identifiant: nom ?? "",
    ancre: ou,
    data: {},
    cellules: new Map(),
    lignes: [],
    longueurs: new Map(),
    problemes: [],
  };
  if (nom !== undefined) connus.set(nom, brouillon);
  return brouillon;
}

/** The document that a row belongs to; the rows of a lone fiche need not name it. */
function existant(feuille: Feuille, nom: string | undefined, ou: string, connus: Map<string, Brouillon>): Brouillon | Probleme {
  const { kind } = feuille;
  const [seule] = connus.size === 1 && kind === "fiche" ? connus.values() : [];
  const trouve = nom === undefined ? seule : connus.get(nom);
  if (trouve !== undefined) return trouve;
  const ancre = ancreDe(feuille);
  if (nom === undefined)
    return {
      ou,
      message: `Cette ligne est remplie sans l'identifiant ${noms[kind]}.`,
      conseil: `Choisissez-le parmi ceux de la feuille « ${ancre} ».`,
    };
  const proche = nearest(nom, [...connus.keys()]);
  return {
    ou,
    message: `L'identifiant « ${nom} » ne figure pas dans la feuille « ${ancre} ».`,
    conseil: proche === undefined ? `Ajoutez-le à la feuille « ${ancre} », ou corrigez-le ici.` : `Vouliez-vous dire « ${proche} » ?`,
  };
}

function remplir(brouillon: Brouillon, grille: Grille, ligne: LigneLue): void {
  const rangs = rangsDe(brouillon, grille, ligne);
  brouillon.lignes.push({ grille, numero: ligne.numero, rangs });
  for (const { colonne, index } of grille.colonnes) {
    const cellule = ligne.cellules[index];
    if (cellule === undefined || (colonne.isReference && !grille.feuille.ancre)) continue;
    const probleme = prendre(brouillon, colonne, rangs, cellule, grille.ou(ligne.numero, index));
    if (probleme !== undefined) brouillon.problemes.push(probleme);
  }
}

/** Notes the value of a cell; gives what prevents it. */
function prendre(
  brouillon: Brouillon,
  colonne: Colonne,
  rangs: ReadonlyMap<string, number>,
  { valeur, fusion }: CelluleLue,
  ou: string,
): Probleme | undefined {
  const lecture = fusion === undefined || colonne.isReference ? lireValeur(colonne.champ, valeur) : fusionnee(fusion);
  if ("message" in lecture) return { ou, ...lecture };
  if (!("valeur" in lecture)) return undefined;
  const avant = noter(brouillon, cheminDe(colonne, rangs.get(colonne.liste ?? "") ?? 0), lecture.valeur, ou);
  if (avant === undefined) return undefined;
  return { ou, message: `« ${colonne.entete} » a déjà une autre valeur en ${avant}.`, conseil: "Gardez-en une seule." };
}

/** Of each list that the row holds an element of, the rank of that element. */
function rangsDe({ longueurs }: Brouillon, grille: Grille, ligne: LigneLue): Map<string, number> {
  const rangs = new Map<string, number>();
  for (const { colonne, index } of grille.colonnes) {
    if (colonne.liste === undefined || !estPleine(ligne.cellules[index]) || rangs.has(colonne.liste)) continue;
    const rang = longueurs.get(colonne.liste) ?? 0;
    rangs.set(colonne.liste, rang);
    longueurs.set(colonne.liste, rang + 1);
  }
  return rangs;
}

function fusionnee(fusion: string): { message: string; conseil: string } {
  return {
    message: `Cette cellule est fusionnée avec d'autres (à partir de ${fusion}) : on ne sait à quelle ligne va sa valeur.`,
    conseil: "Défusionnez-la, et écrivez la valeur dans chaque ligne qu'elle concerne.",
  };
}
