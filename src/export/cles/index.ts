import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { bytesOf } from "../../dossier/open.ts";
import { reasonOf } from "../../dossier/reasons.ts";
import { UserError } from "../../errors.ts";
import { bitsDe } from "./entropie.ts";
import { lireClePrivee } from "./signature.ts";

/** The least a key may hold; those that cpro makes have 256 bits, written as 64 hexadecimal digits. */
const OCTETS = 32;
/** What no machine guesses by trying; a key drawn by chance, were it of 16 bytes, holds more. */
const BITS = 80;
/** A key is a few lines. */
const PLUS_GRANDE = 100_000;

/** The keys of a porteur, and the files that have just been made. */
export interface Cles {
  /** Of the pseudonyms. */
  octets: Uint8Array;
  signature: KeyObject;
  /** The file of the public half, which is given to whoever receives the lots. */
  publique: string;
  creees: string[];
}

/**
 * The porteur's keys, made when there are none yet: that of the pseudonyms, and beside it that of the signature with its public half.
 * They are kept by their owner alone and away from the lots: with the first, pseudonyms are names; with the second, anybody is the porteur.
 * @throws UserError when a key is in the folder of the lots, can be read by others, is too weak, or cannot be read or written.
 */
export function ouvrirCles(fichier: string, dossierDesLots: string): Cles {
  if (estDans(fichier, dossierDesLots)) {
    throw new UserError(
      `La clé ${fichier} serait dans le dossier des lots : elle permettrait à qui les reçoit de retrouver les personnes.`,
      "Gardez-la ailleurs, avec --key-file.",
    );
  }
  const [signe, publique] = [`${fichier}.signature.pem`, `${fichier}.publique.pem`];
  const creees = [fichier, signe, publique].filter((un) => !existsSync(un));
  const octets = existsSync(fichier) ? lirePseudonymes(fichier) : creer(fichier, `${randomBytes(OCTETS).toString("hex")}\n`, 0o600);
  const signature = existsSync(signe) ? lireSignature(signe) : creerSignature(signe);
  const moitie = createPublicKey(signature).export({ format: "pem", type: "spki" }).toString();
  if (!existsSync(publique)) creer(publique, moitie, 0o644);
  else if (tenter(publique, "lue", () => bytesOf(publique, PLUS_GRANDE).toString("latin1")).trim() !== moitie.trim())
    throw depareillee(publique, signe);
  return { octets, signature, publique, creees };
}

function depareillee(publique: string, signe: string): UserError {
  return new UserError(
    `${publique} n'est pas la clé publique de ${signe} : qui l'aurait reçue ne reconnaîtrait pas vos lots.`,
    "Rangez-la ailleurs : cpro écrira la bonne.",
  );
}

function lirePseudonymes(fichier: string): Uint8Array {
  const texte = lire(fichier);
  const [courte, simple] = [texte.length < OCTETS, bitsDe(texte) < BITS];
  if (!courte && !simple) return Buffer.from(texte, "latin1");
  throw new UserError(
    `La clé ${fichier} est trop ${courte ? "courte" : "simple"} : il faut au moins ${OCTETS} caractères tirés au hasard${courte ? "" : ", et non des mots, une suite du clavier ou ce qui se répète"}.`,
    "Donnez à --key-file un fichier qui n'existe pas encore : cpro y tirera une clé.",
  );
}

function lireSignature(fichier: string): KeyObject {
  const cle = lireClePrivee(lire(fichier));
  if (cle !== undefined) return cle;
  throw new UserError(
    `${fichier} n'est pas une clé de signature Ed25519 (PEM).`,
    "Retrouvez celle que cpro y avait écrite ; à défaut, ôtez ce fichier : cpro en fera une autre, dont la DGEFP devra connaître la clé publique.",
  );
}

function creerSignature(fichier: string): KeyObject {
  const { privateKey } = generateKeyPairSync("ed25519");
  creer(fichier, privateKey.export({ format: "pem", type: "pkcs8" }).toString(), 0o600);
  return privateKey;
}

function lire(fichier: string): string {
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
  return tenter(fichier, "lue", () => bytesOf(fichier, PLUS_GRANDE))
    .toString("latin1")
    .trim();
}

/** Never replaces a file, even one made at the same moment. */
function creer(fichier: string, texte: string, mode: number): Uint8Array {
  tenter(fichier, "créée", () => {
    mkdirSync(dirname(resolve(fichier)), { recursive: true, mode: 0o700 });
    const descripteur = openSync(fichier, "wx", mode);
    try {
      writeFileSync(descripteur, texte);
      fsyncSync(descripteur);
    } catch (error) {
      // Half a key would be taken for one at the next run.
      rmSync(fichier, { force: true });
      throw error;
    } finally {
      closeSync(descripteur);
    }
  });
  return Buffer.from(texte.trim(), "latin1");
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
