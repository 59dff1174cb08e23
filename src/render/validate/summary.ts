import type { Report } from "../../validate/index.ts";
import { count } from "../../words/french.ts";

/** Names shown before « … ». */
const MANY = 5;

/** The closing lines, for standard error: what was found, in how many files, and what was not looked at. */
export function renderSummary({ diagnostics, counts, files, ignored, lost }: Report, infosAreShown: boolean): string[] {
  const paths = lost.map(({ path, reason }) => `${path} : ${reason}`);
  if (files === 0)
    return [...paths, ...others(ignored), "Aucun fichier cpro à vérifier : un fichier cpro commence par une ligne « format: cpro/… »."];
  const found = [
    counts.error > 0 ? count(counts.error, "erreur") : "",
    counts.warning > 0 ? count(counts.warning, "avertissement") : "",
    counts.info > 0 && infosAreShown ? count(counts.info, "information") : "",
  ].filter(Boolean);
  const untold =
    counts.info > 0 && !infosAreShown
      ? [`${count(counts.info, "information")} ; ajoutez --infos pour ${counts.info > 1 ? "les" : "la"} lire.`]
      : [];
  const faulty = new Set(diagnostics.map(({ file }) => file)).size;
  const verdict =
    found.length === 0
      ? `${count(files, "fichier vérifié", "fichiers vérifiés")} : rien à signaler.`
      : `${found.join(", ")} dans ${count(faulty, "fichier")} sur ${files}.`;
  return [...paths, ...others(ignored), verdict, ...untold];
}

function others(ignored: readonly string[]): string[] {
  if (ignored.length === 0) return [];
  const names = `${ignored.slice(0, MANY).join(", ")}${ignored.length > MANY ? "…" : ""}`;
  return [`${count(ignored.length, "fichier YAML non vérifié", "fichiers YAML non vérifiés")}, sans ligne « format: cpro/… » : ${names}`];
}
