import { join } from "node:path";
import { Command } from "commander";
import type { Io } from "../io.ts";
import type { ExportOptions } from "../workflows/export/options.ts";
import { kOption } from "./options/export.ts";
import { dateOption, forceOption, formatOption } from "./options/index.ts";

export function exportCommand(io: Io): Command {
  return new Command("export")
    .description("écrit les lots pseudonymisés qu'un porteur transmet à la DGEFP chaque semestre, et dit ce qu'ils risquent")
    .argument("[chemins...]", "fichiers, dossiers ou motifs ; par défaut le dossier courant", ["."])
    .requiredOption("--semester <semestre>", "le semestre : année et S1 ou S2, comme 2025-S1 (obligatoire)")
    .addOption(formatOption(["parquet", "csv"]))
    .addOption(kOption())
    .option(
      "--key-file <fichier>",
      "la clé des pseudonymes, et à côté celle de la signature, créées si elles n'existent pas ; par défaut cle-pseudonymes, dans le dossier de configuration de l'utilisateur",
    )
    .option("--strict", "ne rien écrire si un fichier comporte une erreur")
    .addOption(dateOption(io))
    .option("--output <dossier>", "le dossier à écrire ; par défaut lots-<semestre>")
    .addOption(forceOption())
    .action(async (paths: string[], given: Omit<ExportOptions, "keyFile"> & { keyFile?: string }) => {
      const { makeExport } = await import("../workflows/export/index.ts");
      return makeExport(paths, { ...given, keyFile: given.keyFile ?? join(io.configFolder, "cle-pseudonymes") }, io);
    });
}
