import type { Day } from "../../dates.ts";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Gives every entry of a zip file the same day, at midnight, in place: what wrote it put the clock there. */
export function datedZip(bytes: Uint8Array, day: Day): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const dosDate = ((year - 1980) << 9) | (month << 5) | date;
  const stamp = (at: number): void => {
    view.setUint16(at, 0, true);
    view.setUint16(at + 2, dosDate, true);
  };
  // The end record is the last 22 bytes when the file has no comment, and exceljs writes none.
  const end = bytes.byteLength - 22;
  if (view.getUint32(end, true) !== END) throw new RangeError("zip without its end record");
  let entry = view.getUint32(end + 16, true);
  while (view.getUint32(entry, true) === CENTRAL) {
    stamp(entry + 12);
    const local = view.getUint32(entry + 42, true);
    if (view.getUint32(local, true) !== LOCAL) throw new RangeError("zip entry without its header");
    stamp(local + 10);
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return bytes;
}
