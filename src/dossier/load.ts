import type { ErrorObject } from "ajv";
import { UserError } from "../errors.ts";
import type { FicheProjet } from "../generated/fiche.ts";
import type { Parcours } from "../generated/parcours.ts";
import { discover, type LostPath } from "./discover.ts";
import type { YamlFault } from "./exact.ts";
import { type DataOf, formatOf, type Kind, kindOf, shapeErrors } from "./kinds.ts";
import { type Reading, readPlain } from "./plain.ts";
import { type Refusal, readSource, readStdin, type Source } from "./source.ts";

/** A file whose data has the shape of its kind. */
export interface DocumentOf<K extends Kind = Kind> {
  file: string;
  text: string;
  kind: K;
  data: DataOf[K];
}
export type FicheDocument = DocumentOf<"fiche">;
export type ParcoursDocument = DocumentOf<"parcours">;

/** A file that cannot be used: not a text, not YAML, or not the shape of its kind. Exactly one of the three is given. */
export interface FaultyFile {
  file: string;
  text: string;
  refusal?: Refusal;
  yaml?: YamlFault[];
  shape?: { kind: Kind | undefined; errors: ErrorObject[] };
}

/** Everything the paths hold, each file read once. */
export interface Dossier {
  fiches: FicheDocument[];
  parcours: ParcoursDocument[];
  faulty: FaultyFile[];
  /** YAML files without a `format: cpro/…` line: somebody else's. */
  ignored: string[];
  /** Paths that lead nowhere, files that cannot be opened. */
  lost: LostPath[];
}

/** The path that stands for the standard input. */
const STDIN = "-";

/** The texts behind paths, and the paths that lead to none. */
export interface Sources {
  sources: Source[];
  lost: LostPath[];
}

/** Reads every YAML file the paths lead to; `-` is the standard input, known under `stdinName`. */
export function readSources(paths: readonly string[], stdinName = STDIN): Sources {
  const { files, lost } = discover(paths.filter((path) => path !== STDIN));
  const sources = paths.includes(STDIN) ? [readStdin(stdinName)] : [];
  for (const file of files) {
    try {
      sources.push(readSource(file));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      lost.push({ path: file, reason: error.message });
    }
  }
  return { sources, lost };
}

/** Makes a dossier of texts: their data, checked against the schema of their kind. */
export async function dossierOf({ sources, lost }: Sources): Promise<Dossier> {
  const dossier: Dossier = { fiches: [], parcours: [], faulty: [], ignored: [], lost };
  for (const source of sources) await addSource(dossier, source);
  return dossier;
}

export function loadDossier(paths: readonly string[]): Promise<Dossier> {
  return dossierOf(readSources(paths));
}

/** The data of a text and their places: the plain reader's, or the exact one's when that one gives up. */
export async function readText(text: string): Promise<Reading | { faults: YamlFault[] }> {
  const reading = readPlain(text);
  if (reading !== undefined) return reading;
  const { readExact } = await import("./exact.ts");
  return readExact(text);
}

/** The fiche of each identifiant; when two share one, which is a fault of its own, the first. */
export function fichesById(fiches: readonly FicheDocument[]): Map<string, FicheProjet> {
  return new Map(fiches.toReversed().map(({ data }) => [data.identifiant, data]));
}

async function addSource(dossier: Dossier, source: Source): Promise<void> {
  if ("refusal" in source) {
    dossier.faulty.push(source);
    return;
  }
  const { file, text } = source;
  const reading = await readText(text);
  if ("faults" in reading) {
    dossier.faulty.push({ file, text, yaml: reading.faults });
    return;
  }
  const { data } = reading;
  if (!formatOf(data)?.startsWith("cpro/")) {
    dossier.ignored.push(file);
    return;
  }
  const kind = kindOf(data);
  const errors = kind === undefined ? [] : shapeErrors(kind, data);
  if (kind === undefined || errors.length > 0) dossier.faulty.push({ file, text, shape: { kind, errors } });
  else if (kind === "fiche") dossier.fiches.push({ file, text, kind, data: data as FicheProjet });
  else dossier.parcours.push({ file, text, kind, data: data as Parcours });
}

export type { FicheProjet, Parcours };
