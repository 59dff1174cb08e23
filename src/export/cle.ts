import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { reasonOf } from "../dossier/reasons.ts";
import { UserError } from "../errors.ts";

/** The least a key may hold; those that cpro makes have 256 bits, written as 64 hexadecimal digits. */
const OCTETS = 32;
const CARACTERES_DIFFERENTS = 8;

/** A key, and whether it has just been made. */
export interface Cle {
  octets: Uint8Array;
  creee: boolean;
}

/**
 * The porteur's key, made when there is none yet. It is kept by its owner alone and away from the lots: with it, pseudonyms are names.
 * @throws UserError when the key is in the folder of the lots, can be read by others, is too weak, or cannot be read or written.
 */
export function ouvrirCle(fichier: string, dossierDesLots: string): Cle {
  if (estDans(fichier, dossierDesLots)) {
    throw new UserError(
      `La clé ${fichier} serait dans le dossier des lots : elle permettrait à qui les reçoit de retrouver les personnes.`,
      "Gardez-la ailleurs, avec --key-file.",
    );
  }
  const existante = lire(fichier);
  if (existante !== undefined) return { octets: existante, creee: false };
  return { octets: creer(fichier), creee: true };
}

function lire(fichier: string): Uint8Array | undefined {
  if (!existsSync(fichier)) return undefined;
  const stat = statSync(fichier);
  if (!stat.isFile())
    throw new UserError(`La clé ${fichier} n'est pas un fichier.`, "Donnez à --key-file un fichier, qui sera créé s'il n'existe pas.");
  // Windows has no such bits: there, the user's own folder protects the file.
  if (process.platform !== "win32" && (stat.mode & 0o077) !== 0) {
    throw new UserError(
      `D'autres que vous peuvent lire la clé ${fichier}.`,
      `Réservez-la : chmod 600 '${fichier}'. Si quelqu'un a pu la copier, changez-en.`,
    );
  }
  const texte = tenter(fichier, "lue", () => readFileSync(fichier))
    .toString("latin1")
    .trim();
  if (texte.length >= OCTETS && new Set(texte).size >= CARACTERES_DIFFERENTS) return Buffer.from(texte, "latin1");
  throw new UserError(
    `La clé ${fichier} est trop courte ou trop simple : il faut au moins ${OCTETS} caractères tirés au hasard.`,
    "Donnez à --key-file un fichier qui n'existe pas encore : cpro y tirera une clé.",
  );
}

/** Never replaces a file, even one made at the same moment. */
function creer(fichier: string): Uint8Array {
  const texte = randomBytes(OCTETS).toString("hex");
  tenter(fichier, "créée", () => {
    mkdirSync(dirname(resolve(fichier)), { recursive: true, mode: 0o700 });
    writeFileSync(fichier, `${texte}\n`, { mode: 0o600, flag: "wx" });
  });
  return Buffer.from(texte, "latin1");
}

function tenter<T>(fichier: string, quoi: string, acte: () => T): T {
  try {
    return acte();
  } catch (error) {
    throw new UserError(
      `La clé ${fichier} n'a pas pu être ${quoi} : ${reasonOf(error)}.`,
      "Choisissez un autre emplacement avec --key-file.",
    );
  }
}

/** Whether a file is in a folder, through links too; neither has to exist. */
function estDans(fichier: string, dossier: string): boolean {
  const chemin = relative(reel(dossier), reel(fichier));
  return chemin !== ".." && !chemin.startsWith(`..${sep}`) && resolve(chemin) !== chemin;
}

/** A path without links, as far as it exists. */
function reel(chemin: string): string {
  const absolu = resolve(chemin);
  try {
    return realpathSync(absolu);
  } catch {
    return dirname(absolu) === absolu ? absolu : join(reel(dirname(absolu)), basename(absolu));
  }
}
