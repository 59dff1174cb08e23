import type { ErrorObject } from "ajv";
import { type DataOf, formatOf, type Kind, kindOf, shapeErrors } from "./kinds.ts";
import type { Placed } from "./place.ts";
import type { YamlFault } from "./reader/exact.ts";
import { type Reading, readPlain } from "./reader/plain.ts";
import type { Refusal, Source } from "./source.ts";

/** A text whose data are known, and their places if they were kept when it was read. */
interface Read {
  bytes: Buffer;
  data: unknown;
  places?: Reading["places"];
}

/** A file whose data has the shape of its kind. */
export interface DocumentOf<K extends Kind = Kind> extends Read {
  file: string;
  kind: K;
  data: DataOf[K];
}
export type FicheDocument = DocumentOf<"fiche">;
export type ParcoursDocument = DocumentOf<"parcours">;

/** A file that cannot be used: not a text, not YAML, or not the shape of its kind. Exactly one of the three is given. */
export interface FaultyFile {
  file: string;
  bytes: Buffer;
  refusal?: Refusal;
  yaml?: YamlFault[];
  shape?: { kind: Kind | undefined; data: unknown; errors: ErrorObject[]; places?: Reading["places"] };
}

/** What a file turns out to be; `ignored` is a YAML file without a `format: cpro/…` line: somebody else's. */
export type Entry = { fiche: FicheDocument } | { parcours: ParcoursDocument } | { faulty: FaultyFile } | { ignored: string };

/** What a file turns out to be; `keepsPlaces`, some five kilobytes a file, is for who will ask for many of them. */
export async function entryOf(source: Source, keepsPlaces = false): Promise<Entry> {
  const { file, bytes } = source;
  const faulty = (why: Pick<FaultyFile, "refusal" | "yaml" | "shape">): Entry => ({ faulty: { file, bytes, ...why } });
  if (source.refusal !== undefined) return faulty({ refusal: source.refusal });
  const plain = readPlain(bytes);
  const reading = plain ?? (await readOdd(bytes));
  if ("faults" in reading) return faulty({ yaml: reading.faults });
  const { data } = reading;
  if (!formatOf(data)?.startsWith("cpro/")) return { ignored: file };
  const kind = kindOf(data);
  // The exact reader's places hold on to a whole tree: such files, which are few, are read again.
  const kept = keepsPlaces && plain !== undefined ? { places: plain.places } : {};
  const errors = kind === undefined ? [] : shapeErrors(kind, data);
  if (kind === undefined || errors.length > 0) return faulty({ shape: { kind, data, errors, ...kept } });
  const document = { file, bytes, kind, data, ...kept };
  return kind === "fiche" ? { fiche: document as FicheDocument } : { parcours: document as ParcoursDocument };
}

/** The data of a text and their places: the plain reader's, or the exact one's when that one gives up. */
export async function readText(text: string): Promise<Reading | { faults: YamlFault[] }> {
  return readEither(Buffer.from(text));
}

async function readEither(bytes: Buffer): Promise<Reading | { faults: YamlFault[] }> {
  return readPlain(bytes) ?? readOdd(bytes);
}

/** What the plain reader does not know. */
async function readOdd(bytes: Buffer): Promise<Reading | { faults: YamlFault[] }> {
  const { readExact } = await import("./reader/exact.ts");
  return readExact(bytes.toString());
}

/**
 * Where the data of a text stand in it.
 * @throws Error when it is no YAML.
 */
export async function placesOf({ bytes, places }: Omit<Read, "data">): Promise<Placed> {
  if (places !== undefined) return places();
  const reading = await readEither(bytes);
  if ("faults" in reading) throw new Error("un texte lu une fois ne l'est plus");
  return reading.places();
}
