import { type Dirent, existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import { UserError } from "../errors.ts";
import { expand, patternOf } from "./glob.ts";
import { reasonOf } from "./reasons.ts";

/** A path that leads to nothing that can be read. */
export interface LostPath {
  path: string;
  reason: string;
}

/** What makes a folder of `dispositifs/` that of a dispositif, whose files (its example too) are not of the dossier that holds it. */
const [DISPOSITIFS, DEFINITION] = ["dispositifs", "dispositif.yaml"];

const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);
/** Folders that nobody keeps a dossier in. */
export const isSkipped = (folder: string): boolean => folder.startsWith(".") || folder === "node_modules";

/**
 * The YAML files behind paths: files as they are, folders in depth, globs. Each file once, however its path is spelled
 * (the first spelling is shown), in the order given then by name.
 * Hidden folders, node_modules and the dispositifs of who holds the dossier are skipped; .gitignore is not read, for dossiers of personal data are often listed there.
 */
export function discover(paths: readonly string[]): { files: string[]; lost: LostPath[] } {
  const files = new Map<string, string>();
  const lost: LostPath[] = [];
  for (const path of paths) {
    try {
      const found = filesOf(path, lost);
      if (typeof found === "string") lost.push({ path, reason: found });
      else for (const file of found) if (!files.has(resolve(file))) files.set(resolve(file), file);
    } catch (error) {
      lost.push({ path, reason: error instanceof UserError ? error.message : `${reasonOf(error)}.` });
    }
  }
  return { files: [...files.values()], lost };
}

function filesOf(path: string, lost: LostPath[]): string[] | string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return globbed(path);
  if (!stat.isDirectory()) return [path];
  const known = lost.length;
  const found = yamlIn(path, lost);
  return found.length > 0 || lost.length > known ? found : "ce dossier ne contient aucun fichier .yaml ou .yml.";
}

function globbed(path: string): string[] | string {
  const pattern = patternOf(path);
  if (pattern === undefined) return "ce chemin n'existe pas.";
  const found = expand(pattern).filter((each) => isYaml(each) && !isOfDispositif(each, pattern.folder) && !statSync(each).isDirectory());
  return found.length > 0 ? found : "aucun fichier .yaml ou .yml ne correspond à ce motif.";
}

/** Whether a file under a folder is one of a dispositif's. */
function isOfDispositif(path: string, folder: string): boolean {
  const steps = path.slice(folder.length).split(/[\\/]/);
  return steps.some((step, rank) => step === DISPOSITIFS && existsSync(folder + [...steps.slice(0, rank + 2), DEFINITION].join(sep)));
}

/** The YAML files of a folder in depth; a folder that cannot be opened joins what is lost, and the others are still read. */
function yamlIn(folder: string, lost: LostPath[]): string[] {
  // What join puts before each name, found once.
  const before = join(folder, "_").slice(0, -1);
  const isHouse = basename(folder) === DISPOSITIFS;
  return entriesOf(folder, lost).flatMap((entry) => {
    const path = before + entry.name;
    if (entry.isDirectory()) return isSkipped(entry.name) || (isHouse && existsSync(join(path, DEFINITION))) ? [] : yamlIn(path, lost);
    return isYaml(entry.name) ? [path] : [];
  });
}

function entriesOf(folder: string, lost: LostPath[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    lost.push({ path: folder, reason: `${reasonOf(error)}.` });
    return [];
  }
}
