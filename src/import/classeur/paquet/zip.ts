import { crc32, inflateRawSync } from "node:zlib";
import { UserError } from "../../../errors.ts";
import { formatNumber } from "../../../words/french.ts";
import { abime } from "./abime.ts";
import { type Entry, entriesOf, LOCAL, plainName } from "./annuaire.ts";

const [STORED, DEFLATED] = [0, 8] as const;

/** Beyond these, unpacked, a workbook is no entry of parcours: one of 5 000 weighs a tenth of it. */
const LARGEST = 400_000_000;
const MOST_ENTRIES = 2500;

/** The files of a zip, unpacked one by one as they are asked for. */
export interface Archive {
  /** The names as they are written, with plain slashes and none in front. */
  names: readonly string[];
  read(name: string): Uint8Array;
}

/**
 * A zip none of whose files goes beyond what is allowed, whatever it says of their sizes. As in packages, capitals make no difference
 * in names.
 * @throws UserError when the zip is damaged, encrypted, or would unpack to more than a workbook can be; so does reading one of its files.
 */
export function openZip(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  for (const entry of entriesOf(bytes, view)) {
    const name = entry.name.toLowerCase();
    if (entries.has(name)) throw abime(`il contient deux fois la partie « ${entry.name} »`);
    entries.set(name, entry);
  }
  const declared = [...entries.values()].reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (entries.size > MOST_ENTRIES || declared > LARGEST) throw tooLarge();
  let rest = LARGEST;
  return {
    names: [...entries.values()].map(({ name }) => name),
    read(name) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) throw abime(`la partie « ${name} » y manque`);
      const content = unpack(packedBytes(bytes, view, entry), entry, rest);
      rest -= content.byteLength;
      return content;
    },
  };
}

function packedBytes(bytes: Uint8Array, view: DataView, { name, offset, packed, isEncrypted }: Entry): Uint8Array {
  if (isEncrypted)
    throw new UserError("Ce classeur est protégé par un mot de passe : cpro ne peut pas le lire.", "Enregistrez-le sans mot de passe.");
  if (offset + 30 > bytes.byteLength || view.getUint32(offset, true) !== LOCAL) throw damaged(name);
  const endOfName = offset + 30 + view.getUint16(offset + 26, true);
  // A program that reads the file from its start believes this name, not that of the directory.
  if (plainName(bytes.subarray(offset + 30, endOfName)) !== name) throw abime(`sa partie « ${name} » y porte deux noms`);
  const from = endOfName + view.getUint16(offset + 28, true);
  if (from + packed > bytes.byteLength) throw damaged(name);
  return bytes.subarray(from, from + packed);
}

function unpack(packed: Uint8Array, { name, method, checksum }: Entry, most: number): Uint8Array {
  if (method !== STORED && method !== DEFLATED) throw damaged(name);
  const content = method === STORED ? packed : inflated(packed, name, most);
  if (content.byteLength > most) throw tooLarge();
  if (crc32(content) !== checksum) throw damaged(name);
  return content;
}

function inflated(packed: Uint8Array, name: string, most: number): Uint8Array {
  if (most < 1) throw tooLarge();
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    throw error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : damaged(name);
  }
}

function damaged(name: string): UserError {
  return abime(`sa partie « ${name} » ne peut pas être décompressée`);
}

function tooLarge(): UserError {
  return new UserError(
    `Ce classeur, une fois décompressé, dépasserait ${formatNumber(LARGEST / 1_000_000)} Mo : cpro ne l'ouvre pas.`,
    "Un classeur de 5 000 parcours en pèse dix fois moins : vérifiez qu'il s'agit du bon fichier, ou partagez-le en plusieurs.",
  );
}
