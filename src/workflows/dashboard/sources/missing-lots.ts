import type { Dossier } from "../../../dossier/load.ts";
import { readGiven } from "../../../dossier/source.ts";
import { type LotTrouve, lireAttendus } from "../../../export/index.ts";
import type { Io } from "../../../io.ts";
import type { Day } from "../../../words/dates.ts";
import { count } from "../../../words/french.ts";
import { exigerPubliables } from "../../../words/publiable.ts";

/**
 * Says which fiches have sent nothing, and which were not awaited. Awaited are those of the list, and the fiches projet accepted by
 * then that are among the files read; without a lot nor a list, nothing is awaited. Gives what readers must know of it.
 * @throws UserError when what they would read is no name of a fiche.
 */
export function noteMissing(
  lots: readonly LotTrouve[],
  { fiches, parcours }: Pick<Dossier, "fiches" | "parcours">,
  { attendus, arreteAu }: { attendus?: string; arreteAu: Day },
  io: Io,
): string[] {
  if (lots.length === 0 && attendus === undefined) return [];
  const liste = attendus === undefined ? [] : lireAttendus(attendus, readGiven(attendus).toString());
  const acceptees = fiches.filter(
    ({ data: { instruction } }) => instruction?.avis === "favorable" && (instruction.avis_le ?? "") <= arreteAu,
  );
  const attendues = new Set([...liste, ...acceptees.map(({ data }) => data.identifiant)]);
  if (attendues.size === 0) {
    io.note("Aucune liste des fiches attendues (--attendus, ou les fiches projet elles-mêmes) : rien ne dit s'il manque un lot.");
    return [];
  }
  const recues = new Set([...lots.map(({ annonce }) => annonce.fiche.identifiant), ...parcours.map(({ data }) => data.fiche)]);
  const porteurs = new Map(fiches.map(({ data }) => [data.identifiant, data.porteur?.denomination]));
  const manquantes = [...attendues].filter((fiche) => !recues.has(fiche)).sort();
  exigerPubliables(manquantes, "identifiant d'une fiche attendue");
  const inattendues = liste.length === 0 ? [] : [...recues].filter((fiche) => !attendues.has(fiche)).sort();
  if (manquantes.length > 0) {
    io.end("problems");
    const noms = manquantes.map((fiche) => (porteurs.get(fiche) === undefined ? fiche : `${fiche} (${porteurs.get(fiche)})`));
    io.note(
      `${count(manquantes.length, "fiche attendue n'a rien", "fiches attendues n'ont rien")} transmis, sur ${attendues.size} : ${noms.join(", ")}.`,
    );
  }
  if (inattendues.length > 0) {
    io.note(`${count(inattendues.length, "fiche n'était pas attendue", "fiches n'étaient pas attendues")} : ${inattendues.join(", ")}.`);
  }
  return manquantes.length === 0 ? [] : [`Des fiches projet attendues n'ont rien transmis : ${manquantes.join(", ")}.`];
}
