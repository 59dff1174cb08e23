import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, readSync } from "node:fs";
import { UserError } from "../errors.ts";
import { inMegabytes, openFile, readFileWhole } from "./open.ts";
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
    const { descriptor, size } = openFile(file);
    try {
      return size > LARGEST_FILE ? refused(file, size) : readBytes(file, readWhole(descriptor, size));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new UserError(`${reasonOf(error)}.`);
  }
}

function refused(file: string, size?: number): Source {
  return { file, bytes: Buffer.alloc(0), refusal: tooLarge(size) };
}

/** The text of a file that an option names. @throws UserError that says which, and why it has none. */
export function readGiven(file: string, most = LARGEST_FILE): Buffer {
  const { bytes, refusal } = readBytes(file, readFileWhole(file, most));
  if (refusal !== undefined) throw new UserError(`${file} : ${refusal.message}`, refusal.advice);
  return bytes;
}

/** Files are read one behind another into a large room: most of what reading a small one costs is asking for room. */
const room = { bytes: Buffer.alloc(0), from: 0 };
const ROOM = 1_000_000;

/** The bytes of a file that has so many. */
function readWhole(descriptor: number, size: number): Buffer {
  if (room.bytes.length - room.from < size) {
    room.bytes = Buffer.allocUnsafeSlow(Math.max(ROOM, size));
    room.from = 0;
  }
  const { bytes, from } = room;
  for (let read = -1; read !== 0 && room.from < from + size; room.from += read)
    read = readSync(descriptor, bytes, room.from, from + size - room.from, null);
  return bytes.subarray(from, room.from);
}

const STDIN = 0;

/** The standard input to its end, however slowly it comes; given up when it is longer than any file may be. */
export async function readStdin(name: string): Promise<Source> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (fstatSync(STDIN).isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > LARGEST_FILE) return refused(name);
    }
  } catch (error) {
    throw new UserError(`L'entrée standard n'a pas pu être lue : ${reasonOf(error)}.`, "Donnez plutôt le chemin d'un fichier.");
  }
  return readBytes(name, Buffer.concat(chunks));
}

/** The bytes of a file or of the standard input, as text. */
export function readBytes(file: string, bytes: Buffer): Source {
  // What is no UTF-8 is told with its first line: best seen as its bytes.
  if (!isUtf8(bytes)) return { file, bytes: Buffer.from(bytes.toString("latin1")), refusal: notUtf8(bytes) };
  if (bytes.includes(0)) return { file, bytes, refusal: notText(bytes) };
  const isMarked = BYTE_ORDER_MARK.every((byte, rank) => bytes[rank] === byte);
  return { file, bytes: withNewlines(isMarked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes) };
}

/** Lines that end as they did on old Macintoshes, by a return alone, are lines to YAML too. */
function withNewlines(bytes: Buffer): Buffer {
  if (bytes.includes(NEWLINE) || !bytes.includes(RETURN)) return bytes;
  return Buffer.from(bytes.map((byte) => (byte === RETURN ? NEWLINE : byte)));
}

const [NEWLINE, RETURN] = [10, 13];

const BYTE_ORDER_MARK = Buffer.from("\uFEFF");

function tooLarge(size?: number): Refusal {
  const weight = size === undefined ? `plus de ${inMegabytes(LARGEST_FILE)}` : inMegabytes(size);
  return {
    message: `Le fichier pèse ${weight} : cpro ne lit pas les fichiers de plus de ${inMegabytes(LARGEST_FILE)}.`,
    advice: "Un parcours pèse quelques kilo-octets : vérifiez qu'il s'agit du bon fichier.",
    range: start,
  };
}

function notUtf8(bytes: Buffer): Refusal {
  if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes.subarray(0, 2).includes(0)) return utf16;
  return { ...saveAgain("Latin-1 ou Windows-1252"), range: rangeAt(bytes, firstInvalid(bytes)) };
}

/** A byte of zero is in no text: UTF-16 without its mark has one beside each plain letter. */
function notText(bytes: Buffer): Refusal {
  const at = bytes.indexOf(0);
  if (at < 2) return utf16;
  return {
    message: "Le fichier contient un octet nul : ce n'est pas un texte, ou il a été abîmé.",
    advice: "Vérifiez qu'il s'agit du bon fichier ; sinon, retapez cette ligne.",
    range: rangeAt(bytes, at),
  };
}

function rangeAt(bytes: Buffer, at: number): Range {
  const before = bytes.toString("utf8", 0, at).split("\n");
  const [line, column] = [before.length, (before.at(-1) ?? "").length + 1];
  return { line, column, endLine: line, endColumn: column + 1 };
}

function saveAgain(encoding: string): Omit<Refusal, "range"> {
  return {
    message: `Le fichier n'est pas enregistré en UTF-8 (il semble en ${encoding}) : les lettres accentuées ne peuvent pas être lues.`,
    advice: "Dans votre éditeur, choisissez « Enregistrer avec l'encodage » puis « UTF-8 ».",
  };
}

const utf16: Refusal = { ...saveAgain("UTF-16"), range: start };

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
