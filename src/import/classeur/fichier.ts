import { readFileSync, statSync } from "node:fs";
import { reasonOf } from "../../dossier/reasons.ts";
import { UserError } from "../../errors.ts";
import { formatNumber } from "../../words/french.ts";
import { abime } from "./paquet/abime.ts";
import { relationsDe, seule, typesDe } from "./paquet/index.ts";
import { type Archive, openZip } from "./paquet/zip.ts";

/** Beyond this, packed, a workbook is no entry of parcours. */
const LARGEST_FILE = 100_000_000;

const resave = "Ouvrez-le dans Excel ou LibreOffice, puis « Enregistrer sous » au format « Classeur Excel (.xlsx) ».";

/**
 * The package of a workbook, and the name of its main part.
 * @throws UserError on anything but an .xlsx: each other kind of file is called by its name.
 */
export function ouvrirClasseur(file: string): { archive: Archive; principale: string } {
  const bytes = readWhole(file);
  const start = bytes.subarray(0, 8).toString("hex");
  if (start === "d0cf11e0a1b11ae1")
    throw new UserError(`${file} est un ancien classeur .xls, ou un classeur protégé par un mot de passe.`, resave);
  if (!start.startsWith("504b")) throw new UserError(`${file} n'est pas un classeur .xlsx.`, resave);
  const archive = openZip(bytes);
  const names = new Set(archive.names.map((name) => name.toLowerCase()));
  if (names.has("xl/workbook.bin")) throw new UserError(`${file} est un classeur binaire .xlsb.`, resave);
  if (!names.has("[content_types].xml")) throw autre(file, names);
  const principale = seule(relationsDe(archive), "officeDocument");
  if (principale === undefined) throw abime("il ne dit pas où est sa partie principale");
  const type = typesDe(archive)(principale);
  const genre = genres.find(([motif]) => motif.test(type))?.[1];
  if (genre !== undefined) throw new UserError(`${file} est ${genre}, pas un classeur .xlsx.`, resave);
  return { archive, principale };
}

/** What else a package of office documents can be, by the type of its main part. */
const genres = [
  [/wordprocessingml|ms-word/i, "un document Word"],
  [/presentationml|ms-powerpoint/i, "une présentation"],
  [/sheet\.binary/i, "un classeur binaire .xlsb"],
] as const;

function autre(file: string, names: ReadonlySet<string>): UserError {
  if (names.has("content.xml") && names.has("mimetype")) return new UserError(`${file} est un classeur OpenDocument (.ods).`, resave);
  if (names.has("xl/workbook.xml")) return abime("la liste de ses parties y manque");
  return new UserError(
    `${file} est une archive zip, pas un classeur : il n'y a pas de feuille dedans.`,
    "Si l'archive contient un classeur, extrayez-le et donnez son nom à « cpro import ».",
  );
}

function readWhole(file: string): Buffer {
  try {
    const stat = statSync(file);
    // A pipe or a device may never end.
    if (!stat.isFile() && !stat.isDirectory())
      throw new UserError(`${file} n'est pas un fichier.`, "Enregistrez le classeur sur le disque, puis donnez son nom.");
    if (stat.size > LARGEST_FILE)
      throw new UserError(
        `${file} pèse plus de ${formatNumber(LARGEST_FILE / 1_000_000)} Mo : cpro ne l'ouvre pas.`,
        "Vérifiez qu'il s'agit du bon fichier, ou partagez-le en plusieurs.",
      );
    return readFileSync(file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`Le fichier ${file} ne peut pas être lu : ${reasonOf(error)}.`);
  }
}
