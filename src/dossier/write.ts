import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { UserError } from "../errors.ts";
import { sweep, writeAtomic } from "./atomic.ts";
import { reasonOf } from "./reasons.ts";

interface WriteOptions {
  force?: boolean | undefined;
  mode?: number;
}

/**
 * Writes a whole file or nothing: temporary file, fsync, rename. Folders on the way are made.
 * `mode` are the rights of the file, when they are not to be the usual ones.
 * @throws UserError when the file is there already and `force` is not given, or when the place cannot be written.
 */
export function writeOutput(file: string, content: string | Uint8Array, { force = false, mode }: WriteOptions = {}): void {
  if (!force) refuseToReplace(file);
  try {
    mkdirSync(dirname(file), { recursive: true });
    sweepOnce(dirname(file));
    writeAtomic(file, content, { mode });
  } catch (error) {
    throw new UserError(`Le fichier ${file} n'a pas pu être écrit : ${reasonOf(error)}.`, "Choisissez un autre emplacement avec --output.");
  }
}

const swept = new Set<string>();

/** Once for all files of a folder: there may be thousands. */
function sweepOnce(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  sweep(folder);
}

/** Writes files that belong together: none of them when one is there already and `force` is not given. */
export function writeOutputs(files: readonly (readonly [file: string, content: string | Uint8Array])[], { force = false } = {}): void {
  if (!force) for (const [file] of files) refuseToReplace(file);
  for (const [file, content] of files) writeOutput(file, content, { force });
}

function refuseToReplace(file: string): void {
  if (!existsSync(file)) return;
  throw new UserError(
    `Le fichier ${file} existe déjà : rien n'a été écrit.`,
    "Donnez un autre nom avec --output, ou ajoutez --force pour le remplacer.",
  );
}
