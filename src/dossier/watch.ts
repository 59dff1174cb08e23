import { once } from "node:events";
import { watch } from "chokidar";
import { patternOf } from "./glob.ts";

/** Editors write a file in several steps: changes are told together once none came for this long. */
const CALM_MS = 80;

/**
 * Calls back after each burst of changes to the YAML files that paths lead to, and to the schemas of dispositifs; gives the way to stop. Settles once every file is
 * under watch: a change made from then on is not missed.
 */
export async function watchPaths(paths: readonly string[], onChange: () => void): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  const roots = paths.map(rootOf);
  // Only under what was asked for: a dossier may itself stand in a hidden folder.
  const isOther = (path: string): boolean => {
    const root = roots.find((each) => path.startsWith(each)) ?? "";
    return /[\\/](node_modules|\.[^\\/.][^\\/]*)([\\/]|$)/.test(path.slice(root.length));
  };
  const watcher = watch(roots, { ignoreInitial: true, ignored: isOther });
  watcher.on("all", (_event, path) => {
    if (!/\.ya?ml$|\.schema\.json$/i.test(path)) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, CALM_MS);
  });
  await once(watcher, "ready");
  return () => {
    clearTimeout(timer);
    return watcher.close();
  };
}

/** A pattern is watched from the folder it begins with. */
function rootOf(path: string): string {
  const pattern = patternOf(path);
  return pattern === undefined ? path : pattern.folder || ".";
}
