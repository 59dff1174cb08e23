import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DossierMixte, FicheDocument, ParcoursBase, ParcoursDocument } from "../dossier/load.ts";
import { retoucher } from "../dossier/write/retoucher.ts";
import { UserError } from "../errors.ts";
import { rediger } from "../saisie/rediger.ts";
import type { Brouillon } from "./brouillon.ts";
import { memesDonnees } from "./changements.ts";
import { completer } from "./completer.ts";
import { fusionner } from "./fusionner.ts";
import type { Grille } from "./grille.ts";

/** What becomes of a document of the workbook: its file, its data, and the document that this file holds already, if any. */
export interface Prevu {
  brouillon: Brouillon;
  fichier: string;
  data: Record<string, unknown>;
  avant: FicheDocument | ParcoursDocument<ParcoursBase> | undefined;
  /** Whether the file says all this already. */
  isIdentique: boolean;
}

interface Reglages {
  /** The folder of the files. */
  dossier: string;
  /** Whether the values of the workbook are put in the files that exist, rather than in the place of them. */
  update: boolean;
  /** Sheets whose empty cells take values away. */
  vider: readonly Grille[];
}

/** Which file each document of the workbook goes to, and what that file is to say. Writes nothing. */
export function prevoir(brouillons: readonly Brouillon[], existants: DossierMixte, { dossier, update, vider }: Reglages): Prevu[] {
  const nommer = nommeur(brouillons, existants, dossier);
  return brouillons.map((brouillon) => {
    const documents = brouillon.kind === "fiche" ? existants.fiches : existants.parcours;
    const avant = documents.find(({ data, modele }) => modele === brouillon.modele && data.identifiant === brouillon.identifiant);
    const classeur = brouillon.data;
    const data = completer(brouillon.forme, update && avant !== undefined ? fusionner({ ...avant.data }, classeur, vider) : classeur);
    return {
      brouillon,
      fichier: avant?.file ?? nommer(brouillon),
      data,
      avant,
      isIdentique: avant !== undefined && memesDonnees(avant.data, data),
    };
  });
}

/** The text of a file: touched up when it exists and is updated, else written anew. */
export function texteDe({ brouillon, data, avant, fichier }: Prevu, update: boolean): string {
  if (avant === undefined || !update) return rediger(brouillon.forme, data);
  try {
    return retoucher(brouillon.forme, avant.bytes.toString(), data);
  } catch (error) {
    if (error instanceof UserError)
      throw new UserError(`${fichier} : ${error.message}`, "Modifiez ce fichier à la main, puis recommencez.");
    throw error;
  }
}

/** The files that would be replaced although nobody asked for it. */
export function conflits(prevus: readonly Prevu[], update: boolean): Prevu[] {
  return prevus.filter(({ avant, isIdentique, fichier }) => (avant === undefined ? existsSync(fichier) : !update && !isIdentique));
}

/** One fiche is « fiche.yaml »; with others, each has its name in « fiches ». Two identifiants never make one name of file. */
function nommeur(brouillons: readonly Brouillon[], existants: DossierMixte, dossier: string): (brouillon: Brouillon) => string {
  const fiches = new Set([
    ...brouillons.filter(({ kind }) => kind === "fiche").map(({ identifiant }) => identifiant),
    ...existants.fiches.map(({ data }) => data.identifiant),
  ]);
  const pris = new Set<string>();
  return ({ kind, identifiant }) => {
    if (kind === "fiche" && fiches.size === 1) return join(dossier, "fiche.yaml");
    const nom = nomDeFichier(identifiant);
    for (let suite = 1; ; suite += 1) {
      const fichier = join(dossier, kind === "fiche" ? "fiches" : "parcours", `${nom}${suite === 1 ? "" : `-${suite}`}.yaml`);
      if (pris.has(fichier.toLowerCase())) continue;
      pris.add(fichier.toLowerCase());
      return fichier;
    }
  };
}

/** A name that every system admits and that leads nowhere else: an identifiant may hold slashes or dots. */
function nomDeFichier(identifiant: string): string {
  const nom = identifiant
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+/, "")
    .replace(/\.+$/, "");
  return nom === "" || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(nom) ? `parcours-${nom}` : nom;
}
