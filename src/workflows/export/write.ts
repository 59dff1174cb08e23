import { createHash, type KeyObject } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parquetDe, type Semestre } from "../../dashboard/index.ts";
import { writeOutputs } from "../../dossier/write/output.ts";
import { UserError } from "../../errors.ts";
import { type Lot, manifesteDe, NOM_DU_MANIFESTE, noms, signer, typesSql } from "../../export/index.ts";
import { version } from "../../generated/version.ts";
import type { Io } from "../../io.ts";
import { plainCsv } from "../../render/csv.ts";
import { riskReport } from "../../render/export/risque.ts";
import type { ExportOptions } from "./options.ts";

const RAPPORT = "risque.txt";
type Folder = Pick<ExportOptions, "force" | "date" | "format"> & { output: string; semestre: Semestre; signature: KeyObject };

/** Writes the lots, then what is said of them: a run cut short leaves lots without their manifest, which nothing reads. */
export async function writeLots(lots: readonly Lot[], { output, semestre, format, date, force, signature }: Folder, io: Io): Promise<void> {
  const fichiers: [string, string | Uint8Array][] = [];
  const annonces = [];
  for (const { nom, lignes, annonce } of lots) {
    const contenu = format === "csv" ? csvDe(lignes) : await parquetDe(typesSql, lignes);
    const fichier = `${nom}.${format}`;
    fichiers.push([fichier, contenu]);
    annonces.push({ fichier, sha256: createHash("sha256").update(contenu).digest("hex"), ...annonce });
  }
  refuseStrangers(output, new Set(fichiers.map(([fichier]) => fichier)));
  const manifeste = signer(manifesteDe(annonces, { version, semestre, date }), signature);
  const report = riskReport(manifeste);
  fichiers.push([RAPPORT, report], [NOM_DU_MANIFESTE, `${JSON.stringify(manifeste, null, 1)}\n`]);
  writeOutputs(
    fichiers.map(([fichier, contenu]) => [join(output, fichier), contenu]),
    { force: force ?? false },
  );
  io.print(report);
  io.note(`Écrit dans ${output} : ${fichiers.map(([fichier]) => fichier).join(", ")}.`);
}

/**
 * Before anything is read, and before a key is made for nothing.
 * @throws UserError when the folder is a file, or already has lots and `--force` is not given.
 */
export function checkFolder(output: string, { force }: Pick<ExportOptions, "force">): void {
  if (existsSync(output) && !statSync(output).isDirectory()) {
    throw new UserError(
      `${output} est un fichier : les lots s'écrivent dans un dossier.`,
      "Choisissez un autre emplacement avec --output.",
    );
  }
  if (force || !existsSync(join(output, NOM_DU_MANIFESTE))) return;
  throw new UserError(
    `Le dossier ${output} contient déjà des lots : rien n'a été écrit.`,
    "Donnez un autre dossier avec --output, ou ajoutez --force pour les remplacer.",
  );
}

/** The manifest speaks of all lots of its folder: others would be there without it. */
function refuseStrangers(output: string, ecrits: ReadonlySet<string>): void {
  const autres = existsSync(output) ? readdirSync(output).filter((nom) => /^lot-.+\.(parquet|csv)$/i.test(nom) && !ecrits.has(nom)) : [];
  if (autres.length === 0) return;
  throw new UserError(
    `Le dossier ${output} contient d'autres lots, que le nouveau manifeste n'annoncerait plus : ${autres.join(", ")}.`,
    "Choisissez un autre dossier avec --output, ou rangez ceux-là ailleurs.",
  );
}

function csvDe(lignes: Lot["lignes"]): string {
  return plainCsv(
    noms,
    lignes.map((ligne) => noms.map((nom) => ligne[nom])),
  );
}
