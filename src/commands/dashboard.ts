import { Command } from "commander";
import { writeOutput } from "../dossier/write.ts";
import { type DashboardOptions, diffusionOption, seuilOption } from "./dashboard-options.ts";
import type { Io } from "./io.ts";
import { dateOption, deliver, forceOption, formatOption, outputOption } from "./options.ts";

export function dashboardCommand(io: Io): Command {
  return new Command("dashboard")
    .description("établit le tableau de bord d'un semestre, prêt à être publié : les petits effectifs sont masqués")
    .argument("[chemins...]", "fichiers, dossiers ou motifs ; par défaut le dossier courant", ["."])
    .requiredOption("--semester <semestre>", "le semestre : année et S1 ou S2, comme 2025-S1")
    .addOption(formatOption(["xlsx", "json"]))
    .addOption(diffusionOption())
    .addOption(seuilOption())
    .option("--sql", "afficher la requête de chaque tableau, sans rien calculer")
    .addOption(dateOption(io))
    .addOption(outputOption("le fichier à écrire ; par défaut tableau-de-bord-<semestre>.xlsx, ou l'écran pour json"))
    .addOption(forceOption())
    .action(async (paths: string[], options: DashboardOptions) => {
      const { dashboardSql, makeDashboard } = await import("./make-dashboard.ts");
      if (options.sql) return deliver(io, dashboardSql(options), options);
      const report = await makeDashboard(paths, options, io);
      if (options.format === "json") return deliver(io, (await import("../render/dashboard/json.ts")).dashboardJson(report), options);
      const { dashboardXlsx } = await import("../render/xlsx/dashboard/index.ts");
      const { dashboardSummary } = await import("../render/dashboard/summary.ts");
      const output = options.output ?? `tableau-de-bord-${report.semestre.id}.xlsx`;
      writeOutput(output, await dashboardXlsx(report), options);
      io.print(dashboardSummary(report, output));
    });
}
