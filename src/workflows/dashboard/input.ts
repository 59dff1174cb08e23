import { createHash } from "node:crypto";
import {
  type DashboardInput,
  lireDiffusion,
  lireRegroupement,
  lireSemestre,
  type Precedent,
  type Regroupement,
  type TableauDeBord,
} from "../../dashboard/index.ts";
import { readGiven } from "../../dossier/source.ts";
import { count } from "../../french.ts";
import type { Io } from "../../io.ts";
import { coutsParFichier } from "../couts.ts";
import { exigerChaine } from "./chaine.ts";
import type { DashboardOptions } from "./options.ts";
import { regionsPubliees } from "./regions.ts";
import { ouvrirSources } from "./sources.ts";

/** What a dashboard is computed from, and the records it is compared with. */
interface Opened {
  input: DashboardInput;
  precedents: Precedent[];
}

/** From paths to rows, costs and earlier half-years. */
export async function openInput(paths: readonly string[], options: DashboardOptions, io: Io): Promise<Opened> {
  const { semester, date, by: selon } = options;
  const semestre = lireSemestre(semester);
  const precedents = publics((options.previous ?? []).map(precedentDe), options, io);
  if (options.diffusion !== "interne") exigerChaine(precedents);
  const sources = await ouvrirSources(paths, options, io);
  const eligibles = sources.dossier.parcours.filter(({ file }) => !sources.ineligibles.has(file));
  const given = {
    ...sources,
    couts: coutsParFichier(eligibles, date, sources.dossier.fiches),
    regionsPubliees: regionsPubliees(sources, options, precedents, io),
  };
  const regroupement = options.regroupement === undefined ? undefined : await regroupementDe(options.regroupement);
  return { input: { ...given, semestre, date, selon, precedents, regroupement }, precedents };
}

/** « conseil.json#2 » is the second advice kept in a file. */
function regroupementDe(donne: string): Promise<Regroupement> {
  const { file = donne, rang } = /^(?<file>.+)#(?<rang>\d+)$/.exec(donne)?.groups ?? {};
  return lireRegroupement(file, readGiven(file).toString(), rang === undefined ? undefined : Number(rang));
}

/** A record says every cell of a publication: by région, some megabytes. */
const LARGEST_RECORD = 100_000_000;

function precedentDe(file: string): Precedent {
  const bytes = readGiven(file, LARGEST_RECORD);
  return { ...lireDiffusion(file, bytes.toString()), sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** What stayed inside an organisation is known to no reader: nothing of it goes into what is published, charts included. */
function publics(precedents: readonly Precedent[], { diffusion }: DashboardOptions, io: Io): Precedent[] {
  const publies = precedents.filter(({ parametres }) => diffusion === "interne" || parametres.secret !== null);
  for (const { semestre } of precedents.filter((un) => !publies.includes(un))) {
    io.note(`Le relevé du semestre ${semestre} est celui d'une diffusion interne, où rien n'est masqué : il est laissé de côté.`);
  }
  return publies;
}

/** What the tables do not count, or not in full. */
export function noteLeftOut({ nonConclus, ineligibles }: TableauDeBord["sources"], io: Pick<Io, "note">): void {
  if (nonConclus > 0) io.note(`${count(nonConclus, "parcours", "parcours")} sans contrat conclu : rien à compter.`);
  if (ineligibles > 0) {
    io.note(
      `${count(ineligibles, "parcours non éligible", "parcours non éligibles")} : hors des tableaux de financement, comptés ailleurs. « cpro validate » dit pourquoi.`,
    );
  }
}
