import type { ErrorObject } from "ajv";
import type { YamlFault } from "./exact.ts";
import { type DataOf, formatOf, type Kind, kindOf, shapeErrors } from "./kinds.ts";
import type { Placed } from "./place.ts";
import { placesInPlain, type Reading, readPlain } from "./plain.ts";
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
  shape?: { kind: Kind | undefined; data: unknown; errors: ErrorObject[] };
}

/** What a file turns out to be; `ignored` is a YAML file without a `format: cpro/…` line: somebody else's. */
export type Entry = { fiche: FicheDocument } | { parcours: ParcoursDocument } | { faulty: FaultyFile } | { ignored: string };

export async function entryOf(source: Source): Promise<Entry> {
  const { file, bytes } = source;
  const faulty = (why: Pick<FaultyFile, "refusal" | "yaml" | "shape">): Entry => ({ faulty: { file, text: source.text, ...why } });
  if (source.refusal !== undefined) return faulty({ refusal: source.refusal });
  const reading = readPlain(bytes) ?? (await readOdd(source.text));
  if ("faults" in reading) return faulty({ yaml: reading.faults });
  const { data } = reading;
  if (!formatOf(data)?.startsWith("cpro/")) return { ignored: file };
  const kind = kindOf(data);
  const errors = kind === undefined ? [] : shapeErrors(kind, data);
  if (kind === undefined || errors.length > 0) return faulty({ shape: { kind, data, errors } });
  const document = {
    file,
    kind,
    data,
    get text() {
      return source.text;
    },
  };
  return kind === "fiche" ? { fiche: document as FicheDocument } : { parcours: document as ParcoursDocument };
}

/** The data of a text and their places: the plain reader's, or the exact one's when that one gives up. */
export async function readText(text: string): Promise<Reading | { faults: YamlFault[] }> {
  return readPlain(Buffer.from(text)) ?? readOdd(text);
}

/** What the plain reader does not know. */
async function readOdd(text: string): Promise<Reading | { faults: YamlFault[] }> {
  const { readExact } = await import("./exact.ts");
  return readExact(text);
}

/**
 * Where the data of a text stand in it, for data that it is known to hold.
 * @throws Error when it is no YAML.
 */
export async function placesOf(text: string, data: unknown): Promise<Placed> {
  const placed = placesInPlain(Buffer.from(text), data);
  if (placed !== undefined) return placed;
  const reading = await readOdd(text);
  if ("faults" in reading) throw new Error("un texte lu une fois ne l'est plus");
  return reading.places();
}
