import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { UserError } from "../../errors.ts";
import { count } from "../../words/french.ts";
import { reasonOf } from "../reasons.ts";
import { writeAtomic } from "./atomic.ts";

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
  refuseWhatIsNoFile(file);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeAtomic(file, content, { mode });
  } catch (error) {
    throw new UserError(`Le fichier ${file} n'a pas pu être écrit : ${reasonOf(error)}.`, "Choisissez un autre emplacement avec --output.");
  }
}

/**
 * Writes files that belong together: none of them when one is there already and `force` is not given.
 * @throws UserError when one cannot be written; it then says how many are, and that the same command writes the others.
 */
export function writeOutputs(files: readonly (readonly [file: string, content: string | Uint8Array])[], { force = false } = {}): void {
  for (const [file] of files) {
    if (!force) refuseToReplace(file);
    refuseWhatIsNoFile(file);
  }
  for (const [rang, [file, content]] of files.entries()) {
    try {
      writeOutput(file, content, { force });
    } catch (error) {
      if (rang === 0 || !(error instanceof UserError)) throw error;
      const faits = count(rang, "fichier est écrit", "fichiers sont écrits");
      throw new UserError(
        `${error.message} ${faits} sur ${files.length}, chacun entier.`,
        "Faites de la place ou ouvrez l'accès, puis relancez la même commande : elle écrit ceux qui manquent.",
      );
    }
  }
}

/** A folder, a pipe or a device is never replaced, whatever is asked: a file in its place would be found by nobody. */
function refuseWhatIsNoFile(file: string): void {
  if (!existsSync(file)) return;
  const stat = statSync(file);
  if (stat.isFile()) return;
  throw new UserError(
    `${file} n'est pas un fichier${stat.isDirectory() ? ", mais un dossier" : ""} : rien n'a été écrit.`,
    "Donnez le nom d'un fichier ; sans --output, le résultat va à l'écran, d'où il peut être redirigé.",
  );
}

function refuseToReplace(file: string): void {
  if (!existsSync(file)) return;
  throw new UserError(
    `Le fichier ${file} existe déjà : rien n'a été écrit.`,
    "Donnez un autre nom avec --output, ou ajoutez --force pour le remplacer.",
  );
}
