import { Command } from "commander";
import type { Io } from "../io.ts";
import type { ImportOptions } from "../workflows/import/options.ts";
import { importExamples, importSwitches } from "./options/import.ts";

export function importCommand(io: Io): Command {
  const command = new Command("import")
    .description("lit un classeur de saisie et en fait les fichiers d'un dossier, ou dit à quelle cellule corriger")
    .argument("<classeur>", "le classeur .xlsx, celui de « cpro template » ou un autre aux mêmes en-têtes");
  for (const option of importSwitches(io)) command.addOption(option);
  return command.addHelpText("after", importExamples).action(async (classeur: string, options: ImportOptions) => {
    const { makeImport } = await import("../workflows/import/index.ts");
    await makeImport(classeur, options, io);
  });
}
