import { type Dirent, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isSkipped } from "../../dossier/discover.ts";
import { readGiven } from "../../dossier/source.ts";

const estReleve = (nom: string): boolean => /\.diffusion\.json$/i.test(nom);

/**
 * The records beside the output, and in the folders read, in depth (hidden ones and node_modules skipped): no half-year is forgotten
 * because nobody named it. Each file once.
 */
export function relevesPresents(paths: readonly string[], output = "tableau-de-bord"): string[] {
  const dossiers = paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  const trouves = [...dansLeDossier(dirname(output)), ...dossiers.flatMap(enProfondeur)];
  return [...new Map(trouves.map((file) => [resolve(file), file])).values()];
}

function dansLeDossier(dossier: string): string[] {
  return entreesDe(dossier)
    .filter((entree) => !entree.isDirectory() && estReleve(entree.name))
    .map(({ name }) => join(dossier, name))
    .sort();
}

function enProfondeur(dossier: string): string[] {
  const sous = entreesDe(dossier)
    .filter((entree) => entree.isDirectory() && !isSkipped(entree.name))
    .map(({ name }) => join(dossier, name))
    .sort();
  return [...dansLeDossier(dossier), ...sous.flatMap(enProfondeur)];
}

/** A folder that is not there yet, or is closed, holds no record for us: whoever reads or writes there says it. */
function entreesDe(dossier: string): Dirent[] {
  try {
    return readdirSync(dossier, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** « tableau.xlsx » has « tableau.diffusion.json » beside it. */
export function recordOf(output: string): string {
  return `${output.replace(/\.(xlsx|html|json|csv|parquet)$/i, "")}.diffusion.json`;
}

/** A record says every cell of a publication: by région, some megabytes. */
const LARGEST = 100_000_000;

export function bytesOfRecord(file: string): Buffer {
  return readGiven(file, LARGEST);
}
