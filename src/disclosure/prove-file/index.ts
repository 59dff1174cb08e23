import { UserError } from "../../errors.ts";
import { count } from "../../words/french.ts";
import { csvFaults, type Line, linesFaults } from "./data.ts";
import { derivedFaults } from "./derived.ts";
import { jsonFaults, recordFaults } from "./json.ts";
import { type Content, mouldOf } from "./mould.ts";
import type { Proved } from "./proved.ts";

/** The mould is made only for who looks at it. */
type Reader = (content: Content, mould: () => Promise<Content>, proved: Proved) => Promise<string[]> | string[];

const text = (content: Content): string => (typeof content === "string" ? content : new TextDecoder().decode(content));
const bytes = (content: Content): Uint8Array => (typeof content === "string" ? new TextEncoder().encode(content) : content);

/** What each format's reader finds that was not proved, in a file beside its mould. */
const readers: Readonly<Record<string, Reader>> = {
  xlsx: async (content, mould, proved) => (await import("./workbook/index.ts")).xlsxFaults(bytes(content), bytes(await mould()), proved),
  json: async (content, mould, proved) => jsonFaults(text(content), text(await mould()), proved),
  "diffusion.json": async (content, mould, proved) => recordFaults(text(content), text(await mould()), proved),
  csv: (content, _, proved) => csvFaults(text(content), proved),
  html: async (content, mould, proved) => (await import("./page/index.ts")).htmlFaults(text(content), text(await mould()), proved),
};

/**
 * Reads back what is about to be written, from its bytes, and refuses it unless each number in it is the proved one of its place, and
 * all the rest is what `write` makes of the same publication without its numbers.
 * @throws UserError that says where, before the file takes its place.
 */
export async function proveFile<P extends Proved>(
  format: string,
  content: Content,
  proved: P,
  write: (publication: P) => Content | Promise<Content>,
): Promise<void> {
  const reader = readers[format];
  if (reader === undefined) throw new RangeError(`no reader for ${format}`);
  refuse(format, await reader(content, async () => write(mouldOf(proved)), proved));
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
