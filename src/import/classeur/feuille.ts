import { type CelluleBrute, type Contexte, valeurDe } from "./cellule.ts";
import { ajouterCellule, ajouterFusion, ajouterLigne, type Comptes, enFeuille, type Lignes } from "./lignes.ts";
import type { FeuilleLue } from "./lue.ts";
import { abime } from "./paquet/abime.ts";
import { booleen, FEUILLES } from "./paquet/espaces.ts";
import { lireXml } from "./paquet/xml.ts";
import { adresse, type Position, positionDe } from "./position.ts";
import { commencerTexte, DANS_UN_TEXTE, MORCEAUX, type TexteEnCours } from "./textes.ts";

export interface FeuilleALire {
  nom: string;
  partie: string;
  octets: Uint8Array;
}

/** What a sheet holds where its values stand: nothing else is left unread there. */
const ENFANTS = {
  "": ["worksheet"],
  sheetData: ["row"],
  row: ["c"],
  c: ["f", "v", "is"],
  v: [],
  is: MORCEAUX,
  ...DANS_UN_TEXTE,
  mergeCells: ["mergeCell"],
} as const;

/** Reads the cells of a sheet as its XML goes by: rows, cells, what they hold, then which are merged. */
export function lireFeuille({ nom: feuille, partie, octets }: FeuilleALire, contexte: Contexte, comptes: Comptes): FeuilleLue {
  const lignes: Lignes = { nom: feuille, parNumero: new Map(), fusions: [], comptes };
  let place: Position = { ligne: 0, colonne: 0 };
  let cellule: CelluleBrute | undefined;
  let texteEcrit: TexteEnCours | undefined;
  let [isDansV, isAvecDonnees] = [false, false];
  const ouvreDansCellule = (dans: CelluleBrute, nom: string): void => {
    if ((nom === "v" && dans.v !== undefined) || (nom === "is" && dans.texte !== undefined))
      throw abime(`la cellule ${adresse(place)} de la feuille « ${feuille} » a deux valeurs`);
    if (nom === "v") [isDansV, dans.v] = [true, ""];
    else if (nom === "f") dans.isFormule = true;
    else if (nom === "is") texteEcrit = commencerTexte(`la feuille « ${feuille} », en ${adresse(place)},`);
  };
  lireXml(partie, octets, FEUILLES, {
    enfants: ENFANTS,
    ouvre({ nom, attribut }) {
      if (texteEcrit !== undefined) return texteEcrit.ouvre(nom);
      if (cellule !== undefined) return ouvreDansCellule(cellule, nom);
      if (nom === "c") {
        place = suivante(feuille, place, attribut("r"));
        cellule = { type: attribut("t") ?? "n", style: Number(attribut("s") ?? 0), isFormule: false, v: undefined, texte: undefined };
      } else if (nom === "row")
        place = { ligne: ajouterLigne(lignes, attribut("r"), place.ligne, booleen(attribut("hidden")) === true), colonne: 0 };
      else if (nom === "mergeCell") ajouterFusion(lignes, attribut("ref") ?? "");
      isAvecDonnees ||= nom === "sheetData";
    },
    texte(morceau) {
      if (isDansV && cellule !== undefined) cellule.v += morceau;
      else texteEcrit?.recoit(morceau);
    },
    ferme(nom) {
      if (nom === "is" && cellule !== undefined) [cellule.texte, texteEcrit] = [texteEcrit?.fin(), undefined];
      else if (texteEcrit !== undefined) texteEcrit.ferme(nom);
      else if (nom === "v") isDansV = false;
      else if (nom === "c" && cellule !== undefined) {
        const valeur = lue(feuille, place, cellule, contexte);
        cellule = undefined;
        if (valeur !== undefined) ajouterCellule(lignes, place, valeur);
      }
    },
  });
  if (!isAvecDonnees) throw abime(`la feuille « ${feuille} » n'a pas de tableau`);
  return enFeuille(lignes);
}

/** A cell without place follows the one before. */
function suivante(feuille: string, { ligne, colonne }: Position, r: string | undefined): Position {
  const place = r === undefined ? positionDe(adresse({ ligne, colonne: colonne + 1 })) : positionDe(r);
  if (place?.ligne === ligne) return place;
  throw abime(`la feuille « ${feuille} » a une cellule « ${r ?? ""} » dans sa ligne ${ligne}`);
}

function lue(feuille: string, place: Position, cellule: CelluleBrute, contexte: Contexte): ReturnType<typeof valeurDe> {
  if (cellule.type === "s" && cellule.v !== undefined && contexte.textes === undefined)
    throw abime(`la cellule ${adresse(place)} de la feuille « ${feuille} » renvoie à des textes qu'il ne contient pas`);
  return valeurDe(cellule, contexte);
}
