import { UserError } from "../../errors.ts";
import { count } from "../../words/french.ts";
import { csvFaults, type Line, linesFaults } from "./data.ts";
import { derivedFaults } from "./derived.ts";
import { jsonFaults, recordFaults } from "./json.ts";
import type { Proved } from "./proved.ts";
import { harmlessOf, textsIn } from "./texts.ts";

/** What a format's reader finds that was not proved. */
type Reader = (content: string | Uint8Array, proved: Proved, harmless: ReturnType<typeof harmlessOf>) => Promise<string[]> | string[];

const text = (content: string | Uint8Array): string => (typeof content === "string" ? content : new TextDecoder().decode(content));
const bytes = (content: string | Uint8Array): Uint8Array => (typeof content === "string" ? new TextEncoder().encode(content) : content);

const readers: Readonly<Record<string, Reader>> = {
  xlsx: async (content, proved, harmless) => (await import("./workbook/index.ts")).xlsxFaults(bytes(content), proved, harmless),
  json: (content, proved, harmless) => jsonFaults(text(content), proved, harmless),
  "diffusion.json": (content, proved, harmless) => recordFaults(text(content), proved, harmless),
  csv: (content, proved) => csvFaults(text(content), proved),
  html: async (content, proved, harmless) => (await import("./page/html.ts")).htmlFaults(text(content), proved, harmless),
};

/**
 * Reads back what is about to be written, from its bytes and with nothing of what made it, and refuses it unless each number in it is
 * the proved one of its place. `texts` are those that it may hold besides the proved publication's own.
 * @throws UserError that says where, before the file takes its place.
 */
export async function proveFile(format: string, content: string | Uint8Array, proved: Proved, texts: readonly string[]): Promise<void> {
  const reader = readers[format];
  if (reader === undefined) throw new RangeError(`no reader for ${format}`);
  refuse(format, await reader(content, proved, harmlessOf([...textsIn(proved), ...texts])));
}

/**
 * The same of a file whose lines were read by those who can; `isWhole` says that it holds these lines and nothing else.
 * @throws UserError that says where, before the file takes its place.
 */
export function proveLines(format: string, { lines, isWhole }: { lines: readonly Line[]; isWhole: boolean }, proved: Proved): void {
  refuse(format, [...linesFaults(lines, proved), ...(isWhole ? [] : ["autre chose que ses lignes"])]);
}

/**
 * The rates and charts of a publication, before they are in any file: each is made of what else it shows.
 * @throws UserError that says which is not.
 */
export function proveDerived(format: string, proved: Proved): void {
  refuse(format, derivedFaults(proved));
}

function refuse(format: string, faults: readonly string[]): void {
  const [first] = faults;
  if (first === undefined) return;
  throw new UserError(
    `Rien n'a été écrit : relu avant d'être publié, le fichier ${format} montre ${count(faults.length, "valeur qui n'est pas prouvée", "valeurs qui ne sont pas prouvées")} sans danger ; la première : ${first}.`,
    "Relancez la commande ; si le message revient, publiez sous une autre forme (--format) et signalez ce cas : un fichier publié ne doit rien montrer d'autre que ce qui a été contrôlé.",
  );
}
