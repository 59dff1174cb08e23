import { type LotDeLignes, lireSemestre, type Precedent } from "../../dashboard/index.ts";
import type { Dossier } from "../../dossier/load.ts";
import type { Io } from "../../io.ts";
import type { Day } from "../../words/dates.ts";
import { count } from "../../words/french.ts";
import { arreteAu } from "../../words/semestres.ts";
import type { DashboardOptions } from "./options.ts";

interface Sources {
  dossier: Pick<Dossier, "fiches" | "parcours">;
  lots: readonly LotDeLignes[];
}

/**
 * The last days of all publications by région that readers have or are about to have: a porteur alone in a région of one of them knows
 * more than other readers. None when nothing is to be hidden. Says on standard error when it is not sure who is alone.
 */
export function regionsPubliees(
  sources: Sources,
  { semester, date, by, diffusion }: DashboardOptions,
  precedents: readonly Precedent[],
  io: Io,
): Day[] {
  if (diffusion === "interne") return [];
  const publiques = precedents.filter(({ parametres }) => parametres.secret !== null && parametres.decoupage === "region");
  const publications = [...publiques, ...(by === "region" ? [{ semestre: semester, date }] : [])];
  if (publications.length > 0) noteInconnus(sources, io);
  return [...new Set(publications.map((une) => arreteAu(lireSemestre(une.semestre), une.date)))];
}

/** One fiche is of one porteur, known or not; of two, nothing but themselves says whether it is the same. */
function noteInconnus({ dossier: { fiches, parcours }, lots }: Sources, io: Io): void {
  const citees = new Set([...parcours.map(({ data }) => data.fiche), ...lots.flatMap(({ projet }) => projet?.fiche ?? [])]);
  const connues = new Set(fiches.map(({ data }) => data.identifiant));
  const inconnues = [...citees].filter((fiche) => !connues.has(fiche));
  if (citees.size < 2 || inconnues.length === 0) return;
  io.note(
    `Tableaux par région : ${count(inconnues.length, "fiche projet n'est pas parmi les fichiers, et compte", "fiches projet ne sont pas parmi les fichiers, et comptent chacune")} pour un porteur (des lots transmis ensemble, pour un seul). Si un même porteur en a plusieurs, donnez-les aussi : le secret est contrôlé du point de vue d'un porteur seul dans une région.`,
  );
}
