import {
  type Definition,
  definitionDuDispositif,
  lireRegroupement,
  lireSemestre,
  type Precedent,
  type Regroupement,
} from "../../dashboard/index.ts";
import type { DashboardInput } from "../../dashboard/input.ts";
import { readGiven } from "../../dossier/source.ts";
import type { Io } from "../../io.ts";
import type { Dashboard } from "../../secrecy/index.ts";
import { count } from "../../words/french.ts";
import { coutsParFichier } from "../couts.ts";
import { exigerChaine } from "./chaine.ts";
import type { DashboardOptions } from "./options.ts";
import { ouvrirPrecedents } from "./precedents.ts";
import { regionsPubliees } from "./regions.ts";
import { lireSources } from "./sources/index.ts";

/** What a dashboard is computed from, and the records it is compared with. */
interface Opened {
  input: DashboardInput;
  precedents: Precedent[];
}

/** From paths to rows, costs and earlier half-years. */
export async function openInput(paths: readonly string[], options: DashboardOptions, io: Io): Promise<Opened> {
  const { semester, date, by: selon } = options;
  const inites = options.inites === "tous" && options.diffusion !== "interne" ? options.inites : undefined;
  const semestre = lireSemestre(semester);
  const { modele, ouvrir } = await lireSources(paths, options, io);
  const { dispositif } = modele;
  const definition = definitionDuDispositif(dispositif);
  const precedents = ouvrirPrecedents(dispositif, paths, options, io);
  if (options.diffusion !== "interne") exigerChaine(precedents);
  const sources = await ouvrir();
  const eligibles = sources.dossier.parcours.filter(({ file }) => !sources.ineligibles.has(file));
  const given = {
    ...sources,
    couts: coutsParFichier(eligibles, date, sources.dossier.fiches),
    regionsPubliees: regionsPubliees(sources, options, precedents, io),
  };
  const regroupement = options.regroupement === undefined ? undefined : await regroupementDe(definition, options.regroupement);
  return { input: { ...given, dispositif, semestre, date, selon, precedents, regroupement, inites }, precedents };
}

/** « conseil.json#2 » is the second advice kept in a file. */
function regroupementDe(definition: Definition, donne: string): Promise<Regroupement> {
  const { file = donne, rang } = /^(?<file>.+)#(?<rang>\d+)$/.exec(donne)?.groups ?? {};
  return lireRegroupement(definition, file, readGiven(file).toString(), rang === undefined ? undefined : Number(rang));
}

/** What the tables do not count, or not in full. */
export function noteLeftOut(
  { definition, sources: { nonConclus, ineligibles } }: Pick<Dashboard, "definition" | "sources">,
  io: Pick<Io, "note">,
): void {
  if (nonConclus > 0) io.note(`${count(nonConclus, "parcours", "parcours")} ${definition.bilan.mots.sans_entree} : rien à compter.`);
  if (ineligibles > 0) {
    io.note(
      `${count(ineligibles, "parcours non éligible", "parcours non éligibles")} : hors des tableaux de financement, comptés ailleurs. « cpro validate » dit pourquoi.`,
    );
  }
}
