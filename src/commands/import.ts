import { Command } from "commander";
import { type ImportOptions, importExamples, importSwitches } from "./import-options.ts";
import type { Io } from "./io.ts";

export function importCommand(io: Io): Command {
  const command = new Command("import")
    .description("lit un classeur de saisie et en fait les fichiers d'un dossier, ou dit à quelle cellule corriger")
    .argument("<classeur>", "le classeur .xlsx, celui de « cpro template » ou un autre aux mêmes en-têtes");
  for (const option of importSwitches(io)) command.addOption(option);
  return command.addHelpText("after", importExamples).action(async (classeur: string, options: ImportOptions) => {
    const { makeImport } = await import("./make-import.ts");
    await makeImport(classeur, options, io);
  });
}
