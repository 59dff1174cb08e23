import { statSync } from "node:fs";
import type { Catalogue } from "../dispositif/catalogue.ts";
import { definirPropres, lirePropres, type Propres } from "../dispositif/propres/index.ts";
import { UserError } from "../errors.ts";
import type { Demarche } from "../generated/demarche.js";
import type { FicheProjet } from "../generated/fiche.ts";
import type { Parcours } from "../generated/parcours.ts";
import { keyOf } from "./cache.ts";
import { discover, type LostPath } from "./discover.ts";
import { separerFiches } from "./doubles.ts";
import {
  type DemarcheDocument,
  type Entry,
  entryOf,
  type FaultyFile,
  type FicheDocument,
  type ParcoursBase,
  type ParcoursDocument,
} from "./entry.ts";
import { readSource, readStdin, type Source } from "./source.ts";

/** Everything the paths hold, each file read once; `P` is what is known of all its parcours. */
export interface Dossier<P extends ParcoursBase = Parcours> {
  fiches: FicheDocument[];
  parcours: ParcoursDocument<P>[];
  demarches: DemarcheDocument[];
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
  /** The dispositifs of who holds these files, as they are written, when there are some. */
  propres?: Propres;
}

/** What is read besides the paths. */
export interface Autour {
  /** The folder that `--dispositifs` names. */
  dispositifs?: string | undefined;
  /** The name of the standard input, when it is among the paths. */
  stdinName?: string;
}

/** Reads every YAML file the paths lead to; `-` is the standard input. */
export async function readSources(paths: readonly string[], { dispositifs, stdinName = STDIN }: Autour = {}): Promise<Sources> {
  const propres = lirePropres(paths, dispositifs);
  const { files, lost } = discover(paths.filter((path) => path !== STDIN));
  const sources = paths.includes(STDIN) ? [await readStdin(stdinName)] : [];
  for (const file of files) {
    if (propres.contient(file)) continue;
    const source = sourceOrLoss(file);
    if ("path" in source) lost.push(source);
    else sources.push(source);
  }
  return { sources, lost, propres };
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
export async function dossierOf({ sources, lost, propres }: Sources, keepsPlaces = false): Promise<DossierMixte> {
  const { catalogue, fautifs } = await definirPropres(propres);
  const entries: Entry[] = fautifs.map((faulty) => ({ faulty }));
  for (const source of sources) entries.push(await entryOf(source, catalogue, keepsPlaces));
  return assemble(entries, lost, catalogue);
}

export async function loadDossier(paths: readonly string[], autour: Autour = {}): Promise<DossierMixte> {
  return dossierOf(await readSources(paths, autour));
}

type Known = ReadonlyMap<string, { stamp: string; entry: Entry }>;

/**
 * Loads the same paths again and again, reading only the files that changed since the last time; all of them when a dispositif of who
 * holds them did.
 */
export function reloader(paths: readonly string[], { dispositifs }: Autour = {}): () => Promise<DossierMixte> {
  let known: Known = new Map();
  let defined: { key: string; catalogue: Catalogue; fautifs: FaultyFile[] } | undefined;
  return async () => {
    const propres = lirePropres(paths, dispositifs);
    const key = keyOf(propres.contenu);
    if (defined?.key !== key) {
      defined = { key, ...(await definirPropres(propres)) };
      known = new Map();
    }
    const { files, lost } = discover(paths);
    known = await readAgain(
      files.filter((file) => !propres.contient(file)),
      known,
      lost,
      defined.catalogue,
    );
    const entries = [...known.values()].map(({ entry }) => entry);
    return assemble([...defined.fautifs.map((faulty) => ({ faulty })), ...entries], lost, defined.catalogue);
  };
}

/** The entries of files, those of before for the files that did not change; a file that cannot be opened joins what is lost. */
async function readAgain(files: readonly string[], known: Known, lost: LostPath[], catalogue: Catalogue): Promise<Known> {
  const current = new Map<string, { stamp: string; entry: Entry }>();
  for (const file of files) {
    const stamp = stampOf(file);
    const before = known.get(file);
    const source = before?.stamp === stamp ? undefined : sourceOrLoss(file);
    if (source !== undefined && "path" in source) lost.push(source);
    else if (source !== undefined) current.set(file, { stamp, entry: await entryOf(source, catalogue, true) });
    else if (before !== undefined) current.set(file, before);
  }
  return current;
}

function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? "" : `${stat.mtimeMs} ${stat.size}`;
}

function assemble(entries: readonly Entry[], lost: LostPath[], catalogue: Catalogue): DossierMixte {
  const dossier: DossierMixte = { fiches: [], parcours: [], demarches: [], faulty: [], ignored: [], lost, catalogue };
  for (const entry of entries) {
    if ("fiche" in entry) dossier.fiches.push(entry.fiche);
    else if ("parcours" in entry) dossier.parcours.push(entry.parcours);
    else if ("demarche" in entry) dossier.demarches.push(entry.demarche);
    else if ("faulty" in entry) dossier.faulty.push(entry.faulty);
    else dossier.ignored.push(entry.ignored);
  }
  return dossier;
}

/** The fiche of each identifiant; when two share one, which is a fault of its own, the one that counts. */
export function fichesById({ fiches, faulty }: Pick<Dossier, "fiches" | "faulty">): Map<string, FicheProjet> {
  return new Map(separerFiches(fiches, faulty).uniques.map(({ data }) => [data.identifiant, data]));
}

/** The démarche of each identifiant. */
export function demarchesById({ demarches }: Pick<Dossier, "demarches">): Map<string, Demarche> {
  return new Map(demarches.map(({ data }) => [data.identifiant, data]));
}

export type { DemarcheDocument, FaultyFile, FicheDocument, FicheProjet, Parcours, ParcoursBase, ParcoursDocument };
