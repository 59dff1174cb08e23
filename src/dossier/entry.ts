import type { ErrorObject } from "ajv";
import type { FicheProjet } from "../generated/fiche.ts";
import type { Parcours } from "../generated/parcours.ts";
import type { YamlFault } from "./exact.ts";
import { type DataOf, formatOf, type Kind, kindOf, shapeErrors } from "./kinds.ts";
import { type Reading, readPlain } from "./plain.ts";
import type { Refusal, Source } from "./source.ts";

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

/** What a file turns out to be; `ignored` is a YAML file without a `format: cpro/…` line: somebody else's. */
export type Entry = { fiche: FicheDocument } | { parcours: ParcoursDocument } | { faulty: FaultyFile } | { ignored: string };

export async function entryOf(source: Source): Promise<Entry> {
  if ("refusal" in source) return { faulty: source };
  const { file, text } = source;
  const reading = await readText(text);
  if ("faults" in reading) return { faulty: { file, text, yaml: reading.faults } };
  const { data } = reading;
  if (!formatOf(data)?.startsWith("cpro/")) return { ignored: file };
  const kind = kindOf(data);
  const errors = kind === undefined ? [] : shapeErrors(kind, data);
  if (kind === undefined || errors.length > 0) return { faulty: { file, text, shape: { kind, errors } } };
  return kind === "fiche"
    ? { fiche: { file, text, kind, data: data as FicheProjet } }
    : { parcours: { file, text, kind, data: data as Parcours } };
}

/** The data of a text and their places: the plain reader's, or the exact one's when that one gives up. */
export async function readText(text: string): Promise<Reading | { faults: YamlFault[] }> {
  const reading = readPlain(text);
  if (reading !== undefined) return reading;
  const { readExact } = await import("./exact.ts");
  return readExact(text);
}
