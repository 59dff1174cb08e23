import { inflateRawSync } from "node:zlib";
import { UserError } from "../errors.ts";
import { formatNumber } from "../french.ts";

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50] as const;
const [STORED, DEFLATED] = [0, 8] as const;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;

/** Beyond these, unpacked, a workbook is no entry of parcours: one of 5 000 weighs a quarter of it. */
const LARGEST = 400_000_000;
const MOST_ENTRIES = 2500;

/** A file of the zip; what it says of itself is not believed before {@link unzip} has measured it. */
interface Entry {
  name: string;
  method: number;
  isEncrypted: boolean;
  packed: number;
  unpacked: number;
  offset: number;
}

/**
 * The files of a zip whose name is wanted, none of them beyond what is allowed, whatever the zip says of its size.
 * @throws UserError when the zip is damaged, encrypted, or would unpack to more than a workbook can be.
 */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(bytes, view);
  if (entries.length > MOST_ENTRIES || entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > LARGEST) throw tooLarge();
  const files = new Map<string, Uint8Array>();
  let rest = LARGEST;
  for (const entry of entries) {
    if (!isWanted(entry.name)) continue;
    if (entry.isEncrypted)
      throw new UserError("Ce classeur est protégé par un mot de passe : cpro ne peut pas le lire.", "Enregistrez-le sans mot de passe.");
    const content = unpack(packedBytes(bytes, view, entry), entry.method, rest);
    rest -= content.byteLength;
    files.set(entry.name, content);
  }
  return files;
}

/** The names of the files, or none when this is no zip. */
export function namesIn(bytes: Uint8Array): string[] {
  return entriesOf(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)).map(({ name }) => name);
}

function entriesOf(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let rank = 0; rank < count; rank += 1) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== CENTRAL) throw damaged();
    const length = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)).replaceAll("\\", "/"),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The last record of a zip, before a comment that may be empty. */
function endRecord(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) if (view.getUint32(at, true) === END) return at;
  throw damaged();
}

function packedBytes(bytes: Uint8Array, view: DataView, { offset, packed }: Entry): Uint8Array {
  if (offset + 30 > bytes.byteLength || view.getUint32(offset, true) !== LOCAL) throw damaged();
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > bytes.byteLength) throw damaged();
  return bytes.subarray(from, from + packed);
}

function unpack(packed: Uint8Array, method: number, most: number): Uint8Array {
  if (method === STORED) {
    if (packed.byteLength > most) throw tooLarge();
    return packed;
  }
  if (method !== DEFLATED || most < 1) throw method === DEFLATED ? tooLarge() : damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    throw error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : damaged();
  }
}

function damaged(): UserError {
  return new UserError(
    "Ce classeur est abîmé : il ne peut pas être ouvert.",
    "Ouvrez-le dans Excel ou LibreOffice, puis enregistrez-le à nouveau au format .xlsx.",
  );
}

function tooLarge(): UserError {
  return new UserError(
    `Ce classeur, une fois décompressé, dépasserait ${formatNumber(LARGEST / 1_000_000)} Mo : cpro ne l'ouvre pas.`,
    "Un classeur de 5 000 parcours en pèse quatre fois moins : vérifiez qu'il s'agit du bon fichier, ou partagez-le en plusieurs.",
  );
}
