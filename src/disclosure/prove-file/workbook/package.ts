import { unzipSync, zipSync } from "fflate";

/** A workbook's parts by name, in their order, the mark that a text may begin with included; none when it is no zip. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return new Map(Object.entries(filesOf(bytes)).map(([name, content]) => [name, decoder.decode(content)]));
}

function filesOf(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    return {};
  }
}

/** The bytes of a workbook are those of its parts packed anew on its day: none stands twice, between two others, or beside an entry. */
export function packFaults(bytes: Uint8Array, parts: ReadonlyMap<string, string>): string[] {
  const [, year, month, day] = /<dcterms:created[^>]*>(\d{4})-(\d\d)-(\d\d)T/.exec(parts.get("docProps/core.xml") ?? "") ?? [];
  const anew = zipSync(filesOf(bytes), { level: 6, mtime: new Date(Number(year), Number(month) - 1, Number(day)) });
  return Buffer.from(anew).equals(bytes) ? [] : ["autre chose que ses parties"];
}
