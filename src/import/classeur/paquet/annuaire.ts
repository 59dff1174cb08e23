import { abime } from "./abime.ts";

/** A file of the zip; what it says of itself is not believed before it is unpacked and measured. */
export interface Entry {
  name: string;
  method: number;
  isEncrypted: boolean;
  checksum: number;
  packed: number;
  unpacked: number;
  offset: number;
}

export const LOCAL = 0x04034b50;
const [CENTRAL, END, END_64, LOCATOR_64] = [0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50] as const;
const [END_SIZE, LOCATOR_SIZE, END_64_SIZE] = [22, 20, 56] as const;
const LONGEST_COMMENT = 65_535;
/** What a field says when its number stands elsewhere, in eight bytes. */
const [ELSEWHERE_16, ELSEWHERE_32] = [0xffff, 0xffffffff] as const;
const EXTRA_64 = 1;

/** The directory at the end of a zip, that of large files (« zip64 ») included: some writers use it whatever the size. */
export function entriesOf(bytes: Uint8Array, view: DataView): Entry[] {
  const entries: Entry[] = [];
  try {
    const { count, start } = directoryOf(view);
    let at = start;
    for (let rank = 0; rank < count; rank += 1) {
      if (view.getUint32(at, true) !== CENTRAL) throw new RangeError();
      const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number];
      entries.push(entryAt(bytes, view, { at, name, extra }));
      at += 46 + name + extra + comment;
    }
  } catch (error) {
    // Any place beyond the end of the file.
    if (error instanceof RangeError) throw abime("il ne peut pas être ouvert");
    throw error;
  }
  return entries;
}

function entryAt(bytes: Uint8Array, view: DataView, { at, name, extra }: { at: number; name: number; extra: number }): Entry {
  const fields = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  const from = at + 46 + name;
  const large = fields.includes(ELSEWHERE_32) ? largeFields(view, from, from + extra) : [];
  // Only those that stand elsewhere are there, in this order.
  const [unpacked, packed, offset] = fields.map((field) => (field === ELSEWHERE_32 ? (large.shift() ?? field) : field));
  return {
    name: plainName(bytes.subarray(at + 46, from)),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    checksum: view.getUint32(at + 16, true),
    packed: packed ?? 0,
    unpacked: unpacked ?? 0,
    offset: offset ?? 0,
  };
}

/** A name with plain slashes, and none in front. */
export function plainName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll("\\", "/").replace(/^\/+/, "");
}

function largeFields(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA_64) continue;
    const count = Math.min(3, Math.floor(view.getUint16(at + 2, true) / 8));
    return Array.from({ length: count }, (_, rank) => Number(view.getBigUint64(at + 4 + rank * 8, true)));
  }
  return [];
}

/** Where the directory begins, and how many files it names: the last record of a zip, before a comment that may be empty. */
function directoryOf(view: DataView): { count: number; start: number } {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const [count, start] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    return count === ELSEWHERE_16 || start === ELSEWHERE_32 ? largeDirectory(view, at - LOCATOR_SIZE) : { count, start };
  }
  throw new RangeError();
}

function largeDirectory(view: DataView, locator: number): { count: number; start: number } {
  if (view.getUint32(locator, true) !== LOCATOR_64) throw new RangeError();
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + END_64_SIZE > view.byteLength || view.getUint32(at, true) !== END_64) throw new RangeError();
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) };
}
