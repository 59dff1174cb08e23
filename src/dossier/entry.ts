import type { ErrorObject } from "ajv";
import { type Catalogue, dispositifNomme, type Modele } from "../dispositif/catalogue.ts";
import { type Forme, type Kind, shapeErrors } from "../dispositif/forme.ts";
import type { Faute } from "../dispositif/verifier/index.ts";
import type { Demarche } from "../generated/demarche.js";
import type { FicheProjet } from "../generated/fiche.ts";
import type { Parcours } from "../generated/parcours.ts";
import { FORMAT_DEMARCHE, formatOf, kindOf } from "./kinds.ts";
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

/** A file whose data has the shape of its kind in its dispositif. */
interface DocumentOf<K extends Kind, D> extends Read {
  file: string;
  kind: K;
  data: D;
  modele: Modele;
}
/** What a structure does for itself before it follows anybody. */
export interface DemarcheDocument extends Read {
  file: string;
  kind: "demarche";
  data: Demarche;
  modele: Modele;
}
export type FicheDocument = DocumentOf<"fiche", FicheProjet>;
/** Of a dispositif with a contract; of any dispositif, when it is said to hold but what they all have. */
export type ParcoursDocument<D extends ParcoursBase = Parcours> = DocumentOf<"parcours", D>;

/** What the parcours of all dispositifs have; the schema of each says what else, and makes some of it required. */
export type ParcoursBase = Pick<Parcours, "format" | "identifiant"> &
  Partial<Pick<Parcours, "fiche" | "opco" | "contrat" | "sortie" | "derogations">> & {
    dispositif?: string;
    /** Not every dispositif asks for each expense; some know but one amount. */
    financement?: Partial<NonNullable<Parcours["financement"]>> & { montant?: number; montant_accorde?: number };
    beneficiaire: Pick<Parcours["beneficiaire"], "date_naissance" | "sexe" | "departement"> & Partial<Parcours["beneficiaire"]>;
  };

/** A file that cannot be used: not a text, not YAML, not the shape of its kind, or wrong in what it says of a dispositif. Exactly one of the four is given. */
export interface FaultyFile {
  file: string;
  bytes: Buffer;
  refusal?: Refusal;
  yaml?: YamlFault[];
  shape?: Shape;
  fautes?: { told: readonly Faute[]; places: Reading["places"] };
}

/** Data that have not the shape they should: of no known format, of no known dispositif, or not as the schema of theirs asks. */
export interface Shape {
  kind: Kind | undefined;
  /** Absent when the format or the dispositif is not known, or has no such file: then `nommes` are the dispositifs that are known. */
  forme?: Pick<Forme, "schema">;
  modele?: Modele;
  nommes?: readonly string[];
  /** The dispositif that it follows has faults itself. */
  isEnFaute?: boolean;
  data: unknown;
  errors: ErrorObject[];
  places?: Reading["places"];
}

/** What a file turns out to be; `ignored` is a YAML file without a `format: cpro/…` line: somebody else's. */
export type Entry =
  | { fiche: FicheDocument }
  | { demarche: DemarcheDocument }
  | { parcours: ParcoursDocument<ParcoursBase> }
  | { faulty: FaultyFile }
  | { ignored: string };

/** What a file turns out to be; `keepsPlaces`, some five kilobytes a file, is for who will ask for many of them. */
export async function entryOf(source: Source, catalogue: Catalogue, keepsPlaces = false): Promise<Entry> {
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
  const nomme = String(dispositifNomme(data, catalogue));
  const modele = await catalogue.modele(nomme);
  if (modele !== undefined && formatOf(data) === FORMAT_DEMARCHE) {
    const demarche = await import("../generated/demarche.js");
    const errors = shapeErrors(demarche, data);
    if (errors.length > 0) return faulty({ shape: { kind, forme: demarche, modele, data, errors, ...kept } });
    return { demarche: { file, bytes, kind: "demarche", data: data as Demarche, modele, ...kept } };
  }
  const forme = kind && modele?.formes[kind];
  if (kind === undefined || modele === undefined || forme === undefined)
    return faulty({ shape: { kind, data, errors: [], ...enDehors(nomme, modele, catalogue), ...kept } });
  const errors = shapeErrors(forme, data);
  if (errors.length > 0) return faulty({ shape: { kind, forme, modele, data, errors, ...kept } });
  const document = { file, bytes, kind, data, modele, ...kept };
  return kind === "fiche" ? { fiche: document as FicheDocument } : { parcours: document as ParcoursDocument<ParcoursBase> };
}

/** Why the form of a file is not known. */
function enDehors(
  nomme: string,
  modele: Modele | undefined,
  { dispositifs, enFaute }: Catalogue,
): Pick<Shape, "nommes" | "modele" | "isEnFaute"> {
  return { nommes: [...dispositifs.keys()], ...(modele && { modele }), ...(enFaute.has(nomme) && { isEnFaute: true }) };
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
