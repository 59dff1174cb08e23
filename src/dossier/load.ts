import { statSync } from "node:fs";
import { type Catalogue, catalogueDe } from "../dispositif/catalogue.ts";
import { UserError } from "../errors.ts";
import type { FicheProjet } from "../generated/fiche.ts";
import type { Parcours } from "../generated/parcours.ts";
import { discover, type LostPath } from "./discover.ts";
import { separerFiches } from "./doubles.ts";
import { type Entry, entryOf, type FaultyFile, type FicheDocument, type ParcoursBase, type ParcoursDocument } from "./entry.ts";
import { readSource, readStdin, type Source } from "./source.ts";

/** Everything the paths hold, each file read once; `P` is what is known of all its parcours. */
export interface Dossier<P extends ParcoursBase = Parcours> {
  fiches: FicheDocument[];
  parcours: ParcoursDocument<P>[];
  faulty: FaultyFile[];
  /** YAML files without a `format: cpro/…` line: somebody else's. */
  ignored: string[];
  /** Paths that lead nowhere, files that cannot be opened. */
  lost: LostPath[];
  /** The dispositifs that its files may follow. */
  catalogue: Catalogue;
}

/** As it is read: its parcours may be of several dispositifs. */
export type DossierMixte = Dossier<ParcoursBase>;

/** The path that stands for the standard input. */
const STDIN = "-";

/** The texts behind paths, and the paths that lead to none. */
export interface Sources {
  sources: Source[];
  lost: LostPath[];
  catalogue: Catalogue;
}

/** Reads every YAML file the paths lead to; `-` is the standard input, known under `stdinName`. */
export async function readSources(paths: readonly string[], stdinName = STDIN): Promise<Sources> {
  const { files, lost } = discover(paths.filter((path) => path !== STDIN));
  const sources = paths.includes(STDIN) ? [await readStdin(stdinName)] : [];
  for (const file of files) {
    const source = sourceOrLoss(file);
    if ("path" in source) lost.push(source);
    else sources.push(source);
  }
  return { sources, lost, catalogue: catalogueDe() };
}

function sourceOrLoss(file: string): Source | LostPath {
  try {
    return readSource(file);
  } catch (error) {
    if (error instanceof UserError) return { path: file, reason: error.message };
    throw error;
  }
}

/** Makes a dossier of texts: their data, checked against the schema of their kind, and their places for who will tell many of them. */
export async function dossierOf({ sources, lost, catalogue }: Sources, keepsPlaces = false): Promise<DossierMixte> {
  const entries: Entry[] = [];
  for (const source of sources) entries.push(await entryOf(source, catalogue, keepsPlaces));
  return assemble(entries, lost, catalogue);
}

export async function loadDossier(paths: readonly string[]): Promise<DossierMixte> {
  return dossierOf(await readSources(paths));
}

/** Loads the same paths again and again, reading only the files that changed since the last time. */
export function reloader(paths: readonly string[]): () => Promise<DossierMixte> {
  let known = new Map<string, { stamp: string; entry: Entry }>();
  const catalogue = catalogueDe();
  return async () => {
    const { files, lost } = discover(paths);
    const current: typeof known = new Map();
    for (const file of files) {
      const stamp = stampOf(file);
      const before = known.get(file);
      const source = before?.stamp === stamp ? undefined : sourceOrLoss(file);
      if (source !== undefined && "path" in source) lost.push(source);
      else if (source !== undefined) current.set(file, { stamp, entry: await entryOf(source, catalogue, true) });
      else if (before !== undefined) current.set(file, before);
    }
    known = current;
    return assemble(
      [...known.values()].map(({ entry }) => entry),
      lost,
      catalogue,
    );
  };
}

function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? "" : `${stat.mtimeMs} ${stat.size}`;
}

function assemble(entries: readonly Entry[], lost: LostPath[], catalogue: Catalogue): DossierMixte {
  const dossier: DossierMixte = { fiches: [], parcours: [], faulty: [], ignored: [], lost, catalogue };
  for (const entry of entries) {
    if ("fiche" in entry) dossier.fiches.push(entry.fiche);
    else if ("parcours" in entry) dossier.parcours.push(entry.parcours);
    else if ("faulty" in entry) dossier.faulty.push(entry.faulty);
    else dossier.ignored.push(entry.ignored);
  }
  return dossier;
}

/** The fiche of each identifiant; when two share one, which is a fault of its own, the one that counts. */
export function fichesById({ fiches, faulty }: Pick<Dossier, "fiches" | "faulty">): Map<string, FicheProjet> {
  return new Map(separerFiches(fiches, faulty).uniques.map(({ data }) => [data.identifiant, data]));
}

export type { FaultyFile, FicheDocument, FicheProjet, Parcours, ParcoursBase, ParcoursDocument };
