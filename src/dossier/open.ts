import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { UserError } from "../errors.ts";
import { formatNumber } from "../words/french.ts";
import { reasonOf } from "./reasons.ts";

/** A pipe is opened without waiting for whoever may never write to it; Windows knows no such flag. */
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A code of our own beside the system's: see `reasonOf`. */
const NOT_A_FILE = "ENOTAFILE";

/**
 * The only door by which files are opened to be read: what is no file (a folder, a pipe, a device) is refused, for it would be waited
 * for, or never end. Whoever asks closes it.
 */
export function openFile(file: string): { descriptor: number; size: number } {
  const descriptor = openSync(file, READING);
  const stat = fstatSync(descriptor);
  if (stat.isFile()) return { descriptor, size: stat.size };
  closeSync(descriptor);
  throw Object.assign(new Error(`not a file: ${file}`), { code: stat.isDirectory() ? "EISDIR" : NOT_A_FILE });
}

/** All the bytes of a file, by that door. */
export function bytesOf(file: string, most = Number.POSITIVE_INFINITY): Buffer {
  const { descriptor, size } = openFile(file);
  try {
    if (size > most) throw tooLarge(file, size, most);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The same. @throws UserError that says which file, and why it cannot be read. */
export function readFileWhole(file: string, most?: number): Buffer {
  try {
    return bytesOf(file, most);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`Le fichier ${file} n'a pas pu être lu : ${reasonOf(error)}.`, "Vérifiez ce chemin, et vos droits sur ce fichier.");
  }
}

function tooLarge(file: string, size: number, most: number): UserError {
  return new UserError(
    `Le fichier ${file} pèse ${inMegabytes(size)} : cpro ne lit pas ici plus de ${inMegabytes(most)}.`,
    "Vérifiez qu'il s'agit du bon fichier.",
  );
}

/** « 5 Mo », « 12,3 Mo ». */
export function inMegabytes(bytes: number): string {
  return `${formatNumber(Math.round(bytes / 100_000) / 10)} Mo`;
}
