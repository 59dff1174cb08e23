import { existsSync, readdirSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { patternOf } from "../../dossier/glob.ts";
import { UserError } from "../../errors.ts";

/** The file that makes a folder that of a dispositif. */
export const DEFINITION = "dispositif.yaml";

/** Where a dossier keeps the dispositifs of who holds it, a folder each. */
const DISPOSITIFS = "dispositifs";

/**
 * The folders of the dispositifs that come with paths: `dispositifs/<id>/` under a folder, beside a file or beside its folder; a path
 * that is such a folder itself; and those of a folder that an option names. Each once.
 * @throws UserError when the folder of the option holds none.
 */
export function dossiersDeDispositifs(paths: readonly string[], option?: string): string[] {
  const ceintures = new Set(paths.filter((path) => path !== "-").flatMap(autourDe));
  const trouves = [...[...ceintures].flatMap(dedans), ...(option === undefined ? [] : duDossier(option))];
  return [...new Map(trouves.map((dossier) => [resolve(dossier), dossier])).values()];
}

/** The folders to look into, on behalf of a path. */
function autourDe(path: string): string[] {
  const stat = etatDe(path);
  if (stat?.isDirectory()) return [join(path, DISPOSITIFS), ...(existsSync(join(path, DEFINITION)) ? [path] : [])];
  const dossier = stat === undefined ? patternOf(path)?.folder : dirname(path);
  if (dossier === undefined) return [];
  const lui = basename(path) === DEFINITION ? [dossier] : [];
  return [join(dossier, DISPOSITIFS), join(dossier, "..", DISPOSITIFS), ...lui];
}

/** Nothing for a path that leads nowhere, which who reads documents tells. */
function etatDe(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** A folder of a dispositif is itself; any other, those it holds. */
function dedans(dossier: string): string[] {
  if (basename(dossier) !== DISPOSITIFS) return existsSync(join(dossier, DEFINITION)) ? [dossier] : [];
  return sousDossiers(dossier);
}

function sousDossiers(dossier: string): string[] {
  try {
    const noms = readdirSync(dossier).sort();
    return noms.map((nom) => join(dossier, nom)).filter((sous) => existsSync(join(sous, DEFINITION)));
  } catch {
    // No such folder, or one that is closed to us: nothing there is ours to find.
    return [];
  }
}

function duDossier(dossier: string): string[] {
  const trouves = existsSync(join(dossier, DEFINITION)) ? [dossier] : sousDossiers(dossier);
  if (trouves.length > 0) return trouves;
  throw new UserError(
    existsSync(dossier)
      ? `--dispositifs : ${dossier} ne contient aucun dispositif.`
      : `--dispositifs : le dossier ${dossier} n'existe pas.`,
    `Un dispositif est un dossier qui contient ${DEFINITION} et parcours.schema.json.`,
  );
}
