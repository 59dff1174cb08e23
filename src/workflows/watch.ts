import { reloader } from "../dossier/load.ts";
import { watchPaths } from "../dossier/watch.ts";
import { UserError } from "../errors.ts";
import type { Io } from "../io.ts";
import { checkDossier, type Report } from "../validate/index.ts";
import type { Day } from "../words/dates.ts";

/** Checks at once and after each change, one check at a time, until the person stops it; the end of a watch is no failure. */
export async function watchAndCheck(
  paths: readonly string[],
  options: { date: Day; infos: boolean },
  show: (report: Report) => Promise<void>,
  io: Io,
): Promise<void> {
  if (paths.includes("-"))
    throw new UserError("L'entrée standard ne se surveille pas.", "Donnez le chemin d'un fichier, ou retirez --watch.");
  const reload = reloader(paths, io);
  const stopped = io.interrupted();
  let [running, again] = [false, false];
  const check = async (): Promise<void> => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      const report = await checkDossier(await reload(), options);
      io.clear();
      await show(report);
      io.note(["", "En attente de modifications ; Ctrl-C pour finir."]);
    }
    running = false;
  };
  const stop = await watchPaths(paths, () => void check());
  await check();
  await stopped;
  await stop();
}
