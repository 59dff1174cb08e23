import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { UserError } from "../errors.ts";
import { formatNumber } from "../french.ts";
import type { Range } from "./place.ts";
import { reasonOf } from "./reasons.ts";

/** A file's text, without a byte order mark, or why it is not a text. */
export interface Source {
  file: string;
  /** The text in UTF-8: of most files nobody asks for more. */
  bytes: Buffer;
  refusal?: Refusal;
}

export interface Refusal {
  message: string;
  advice: string;
  range: Range;
}

/** A parcours weighs a few kilobytes: beyond this a file is something else, and reading it could exhaust the memory. */
const LARGEST_FILE = 5_000_000;
const start: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** @throws UserError when the file cannot be opened. */
export function readSource(file: string): Source {
  try {
    const descriptor = openSync(file, "r");
    try {
      const bytes = readWhole(descriptor);
      if (bytes.length > LARGEST_FILE)
        return { file, bytes: Buffer.alloc(0), refusal: tooLarge(Math.max(bytes.length, fstatSync(descriptor).size)) };
      return readBytes(file, bytes);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new UserError(`${reasonOf(error)}.`);
  }
}

/** The same of a file that an option names. @throws UserError that says which. */
export function readGiven(file: string): Source {
  try {
    return readSource(file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`Le fichier ${file} n'a pas pu être lu : ${error.message}`, "Vérifiez ce chemin, et vos droits sur ce fichier.");
  }
}

/** Files are read one behind another into a large room: most of what reading a small one costs is asking for its size and for room. */
const room = { bytes: Buffer.alloc(0), from: 0 };
const ROOM = 1_000_000;

/** The bytes of a file to its end, or some more than cpro reads. */
function readWhole(descriptor: number): Buffer {
  for (let to = room.from; ; ) {
    if (to === room.bytes.length) to = moveOn(to);
    const read = readSync(descriptor, room.bytes, to, room.bytes.length - to, null);
    to += read;
    if (read > 0 && to - room.from <= LARGEST_FILE) continue;
    const bytes = room.bytes.subarray(room.from, to);
    room.from = to;
    return bytes;
  }
}

/** Takes a new room, with what was read of the file so far, and gives where to go on. */
function moveOn(to: number): number {
  const begun = room.bytes.subarray(room.from, to);
  room.bytes = Buffer.allocUnsafeSlow(ROOM + 2 * begun.length);
  room.from = 0;
  return begun.copy(room.bytes);
}

/** The whole standard input. */
export function readStdin(name: string): Source {
  return readBytes(name, readFileSync(0));
}

/** The bytes of a file or of the standard input, as text. */
export function readBytes(file: string, bytes: Buffer): Source {
  // What is no UTF-8 is told with its first line: best seen as its bytes.
  if (!isUtf8(bytes)) return { file, bytes: Buffer.from(bytes.toString("latin1")), refusal: notUtf8(bytes) };
  const isMarked = BYTE_ORDER_MARK.every((byte, rank) => bytes[rank] === byte);
  return { file, bytes: isMarked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes };
}

const BYTE_ORDER_MARK = Buffer.from("\uFEFF");

function tooLarge(size: number): Refusal {
  const mega = (bytes: number): string => `${formatNumber(Math.round(bytes / 100_000) / 10)} Mo`;
  return {
    message: `Le fichier pèse ${mega(size)} : cpro ne lit pas les fichiers de plus de ${mega(LARGEST_FILE)}.`,
    advice: "Un parcours pèse quelques kilo-octets : vérifiez qu'il s'agit du bon fichier.",
    range: start,
  };
}

function notUtf8(bytes: Buffer): Refusal {
  const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
  const before = utf16 ? [""] : bytes.toString("utf8", 0, firstInvalid(bytes)).split("\n");
  const [line, column] = [before.length, (before.at(-1) ?? "").length + 1];
  return {
    message: `Le fichier n'est pas enregistré en UTF-8 (il semble en ${utf16 ? "UTF-16" : "Latin-1 ou Windows-1252"}) : les lettres accentuées ne peuvent pas être lues.`,
    advice: "Dans votre éditeur, choisissez « Enregistrer avec l'encodage » puis « UTF-8 ».",
    range: { line, column, endLine: line, endColumn: column + 1 },
  };
}

/** The first byte that no UTF-8 text has there, found by halves. */
function firstInvalid(bytes: Buffer): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // A cut inside a character is not a fault: up to three bytes of it may be missing.
    const isValid = [0, 1, 2, 3].some((back) => middle - back >= low && isUtf8(bytes.subarray(0, middle - back)));
    if (isValid) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && !isUtf8(bytes.subarray(0, low))) low -= 1;
  return low;
}
