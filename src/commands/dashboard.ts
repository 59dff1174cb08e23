import { Command } from "commander";
import { leDispositif } from "../dispositif/noms.ts";
import { defaut } from "../generated/defaut.ts";
import type { Io } from "../io.ts";
import type { DashboardOptions } from "../workflows/dashboard/options.ts";
import { adviseOption, byOption, connusOption, previousOption, regroupementOption, sansPrecedentOption } from "./options/dashboard.ts";
import { dateOption, deliver, forceOption, formatOption, outputOption } from "./options/index.ts";
import { withSecrecy } from "./options/secret.ts";

const missing = { code: "commander.missingMandatoryOptionValue" };

export function dashboardCommand(io: Io): Command {
  const command = new Command("dashboard")
    .description("établit le tableau de bord d'un semestre, prêt à être publié : les petits effectifs sont masqués, ou tous arrondis")
    .argument("[chemins...]", "fichiers, dossiers ou motifs, lots de « cpro export » ; par défaut le dossier courant", ["."])
    .option("--semester <semestre>", "le semestre : année et S1 ou S2, comme 2025-S1 (obligatoire)")
    .option("--dispositif <nom>", `de quel dispositif ; par défaut le seul qui soit là, sinon ${leDispositif(defaut)}`)
    .addOption(formatOption(["xlsx", "html", "json", "csv", "parquet"]))
    .addOption(byOption())
    .addOption(previousOption())
    .addOption(sansPrecedentOption())
    .addOption(connusOption());
  return withSecrecy(command)
    .option("--attendus <liste>", "un fichier des fiches dont un lot est attendu, une par ligne, pour dire celles qui manquent")
    .option("--cles <dossier>", "les clés publiques des porteurs (.publique.pem), pour vérifier de qui viennent les lots")
    .option("--strict", "ne rien écrire si un fichier comporte une erreur")
    .addOption(adviseOption())
    .addOption(regroupementOption())
    .option("--sql", "afficher la requête de chaque tableau, sans rien calculer")
    .option("--dictionary", "afficher ce que disent les tableaux et leurs codes, sans rien calculer")
    .addOption(dateOption(io))
    .addOption(outputOption("le fichier à écrire ; par défaut tableau-de-bord-<semestre>, ou l'écran pour json et csv"))
    .addOption(forceOption())
    .action(async (paths: string[], given: DashboardOptions, command: Command) => {
      const { modeOf, modes } = await import("../workflows/dashboard/modes.ts");
      const mode = modeOf(given);
      // Commander's own words: the dictionary alone asks for no half-year, so that it cannot be a required option.
      if (mode !== "dictionary" && given.semester === undefined)
        command.error("error: required option '--semester <semestre>' not specified", missing);
      const options = { ...given, isFormatAsked: command.getOptionValueSource("format") !== "default" };
      const text = await modes[mode](paths, options, io);
      if (text !== undefined) await deliver(io, text, options);
    });
}
