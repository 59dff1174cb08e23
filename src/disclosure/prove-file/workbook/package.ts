import { createHash } from "node:crypto";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { isLineEnd, readXml, type Tag } from "../xml.ts";
import { formOf, tagFaults } from "./form.ts";

/** Every part that a published workbook may have; comments, links, macros and the like have no business there. */
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(app|core)\.xml|xl\/(workbook|sharedStrings|styles)\.xml|xl\/theme\/theme1\.xml|xl\/(_rels\/workbook\.xml|worksheets\/_rels\/sheet\d+\.xml|drawings\/_rels\/drawing\d+\.xml)\.rels|xl\/(worksheets\/sheet|drawings\/drawing|charts\/chart)[1-9]\d?\.xml)$/;

/** Colours and effects that all workbooks of this maker share, whatever is in them. */
const THEME = "f857ef82e4c0e273a16e5efcf5cb12ff7a9943851cbdbd992cd2722616b271ed";

/** A workbook's parts by name, and what of it is none of them, or ties them in another way than each to the next. */
export function partsOf(bytes: Uint8Array): { parts: Map<string, string>; faults: string[] } {
  const files = filesOf(bytes);
  if (files === undefined) return { parts: new Map(), faults: ["ce qui n'est pas un classeur"] };
  const parts = new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  const names = [...parts.keys()];
  return {
    parts,
    faults: [
      ...names.filter((name) => !PARTS.test(name)).map((name) => `partie ${name}`),
      ...(isWhole(bytes, files, parts.get("docProps/core.xml") ?? "") ? [] : ["autre chose que ses parties"]),
      ...(createHash("sha256")
        .update(parts.get("xl/theme/theme1.xml") ?? "")
        .digest("hex") === THEME
        ? []
        : ["thème"]),
      ...names.filter((name) => /\.rels$|^\[/.test(name)).flatMap((name) => tieFaults(name, parts)),
    ],
  };
}

function filesOf(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  try {
    return unzipSync(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes of a workbook are those of its parts packed anew on its day: none stands twice, between two others, or beside an entry. */
function isWhole(bytes: Uint8Array, files: Record<string, Uint8Array>, properties: string): boolean {
  const [, year, month, day] = /<dcterms:created[^>]*>(\d{4})-(\d\d)-(\d\d)T/.exec(properties) ?? [];
  const anew = zipSync(files, { level: 6, mtime: new Date(Number(year), Number(month) - 1, Number(day)) });
  return Buffer.from(anew).equals(bytes);
}

const TIES = formOf(String.raw`
  Types
  Default Extension ContentType
  Override PartName=.* ContentType
  Relationships
  Relationship Id=.* Type=http://schemas\.openxmlformats\.org/(officeDocument|package)/2006/relationships/[a-zA-Z/-]+ Target=.*
`);

/** What a list of parts, or of ties from one part to others, says besides. */
function tieFaults(list: string, parts: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  let ties = 0;
  const folder = new URL(list.replace(/_rels\/[^/]*$/, ""), "zip:///");
  const isThere = (target: string): boolean => /^[^?#%\s]*$/.test(target) && parts.has(new URL(target, folder).pathname.slice(1));
  const isTie = ({ name, attributes: { PartName, Id, Target } }: Tag): boolean => {
    if (name === "Relationship") ties += 1;
    if (name === "Override") return isThere(PartName ?? "");
    return name !== "Relationship" || (Id === `rId${ties}` && isThere(Target ?? ""));
  };
  readXml(parts.get(list) ?? "", {
    open: (tag) => faults.push(...tagFaults(TIES, tag), ...(isTie(tag) ? [] : [Object.values(tag.attributes).join(" ")])),
    text: (text, parent) => faults.push(...(isLineEnd(text, parent) ? [] : [text])),
  });
  return faults.map((fault) => `${list} : ${fault}`);
}
