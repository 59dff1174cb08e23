import { readFileSync, statSync } from "node:fs";
import { reasonOf } from "../dossier/reasons.ts";
import { UserError } from "../errors.ts";
import { formatNumber } from "../french.ts";
import { namesIn, unzip } from "./zip.ts";

/** Beyond this, packed, a workbook is no entry of parcours. */
const LARGEST_FILE = 100_000_000;

const resave = "Ouvrez-le dans Excel ou LibreOffice, puis « Enregistrer sous » au format « Classeur Excel (.xlsx) ».";

/**
 * The parts of a workbook that hold its cells, measured as they are unpacked: what reads them afterwards meets nothing else.
 * @throws UserError on anything but an .xlsx: each other kind of file is called by its name.
 */
export function ouvrirClasseur(file: string): Map<string, Uint8Array> {
  const bytes = readWhole(file);
  const start = bytes.subarray(0, 8).toString("hex");
  if (start === "d0cf11e0a1b11ae1")
    throw new UserError(`${file} est un ancien classeur .xls, ou un classeur protégé par un mot de passe.`, resave);
  if (!start.startsWith("504b")) throw new UserError(`${file} n'est pas un classeur .xlsx.`, resave);
  const names = namesIn(bytes);
  if (names.includes("xl/workbook.bin")) throw new UserError(`${file} est un classeur binaire .xlsb.`, resave);
  if (!names.includes("xl/workbook.xml")) {
    const isOds = names.includes("content.xml") && names.includes("mimetype");
    throw new UserError(
      isOds
        ? `${file} est un classeur OpenDocument (.ods).`
        : `${file} est une archive zip, pas un classeur : il n'y a pas de feuille dedans.`,
      isOds ? resave : "Si l'archive contient un classeur, extrayez-le et donnez son nom à « cpro import ».",
    );
  }
  return unzip(bytes, isCells);
}

/** Pictures, macros and previous versions are nobody's data. */
function isCells(name: string): boolean {
  return /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/.test(
    name,
  );
}

function readWhole(file: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size > LARGEST_FILE)
      throw new UserError(`${file} pèse plus de ${formatNumber(LARGEST_FILE / 1_000_000)} Mo : cpro ne l'ouvre pas.`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`Le fichier ${file} ne peut pas être lu : ${reasonOf(error)}.`);
  }
}
