import { Command, Option } from "commander";
import type { Day } from "../dates.ts";
import { type NomLecture, nomsDesLectures } from "../funding/lectures.ts";
import type { Io } from "./io.ts";
import { openDossier } from "./open.ts";
import { dateOption, deliver, forceOption, formatOption, outputOption } from "./options.ts";
import { parcoursOption, pick } from "./pick.ts";

type FundingOptions = { format: "table" | "json"; lecture: NomLecture; parcours?: string[]; date: Day; output?: string } & {
  [flag in "explain" | "compareLectures" | "force"]?: true;
};

export function fundingCommand(io: Io): Command {
  return new Command("funding")
    .description("calcule ce que l'OPCO prend en charge pour chaque contrat, année par année, et dit pourquoi")
    .argument("[chemins...]", "fichiers, dossiers ou motifs ; par défaut le dossier courant", ["."])
    .addOption(formatOption(["table", "json"]))
    .option("--explain", "détailler chaque montant : formule, nombres, article")
    .addOption(parcoursOption())
    .addOption(new Option("--lecture <nom>", "la lecture des textes").choices(nomsDesLectures).default("cahier_des_charges"))
    .addOption(new Option("--compare-lectures", "mettre les lectures des textes côte à côte").conflicts(["explain"]))
    .addOption(dateOption(io))
    .addOption(outputOption())
    .addOption(forceOption())
    .action(async (paths: string[], options: FundingOptions) => {
      const { checkDossier } = await import("../validate/index.ts");
      const { computeFunding } = await import("../funding/index.ts");
      const { fundingNotes, rendererOf } = await import("../render/funding/index.ts");
      const dossier = await openDossier(paths, io);
      const { ineligible: motifs } = await checkDossier(dossier, options);
      const parcours = pick(dossier.parcours, options.parcours);
      const readings = options.compareLectures ? nomsDesLectures : [options.lecture];
      const fundings = readings.map((lecture) => computeFunding({ parcours, motifs, date: options.date, lecture }));
      deliver(io, rendererOf(options)(fundings, io.columns), options);
      const { remarks, problems } = fundingNotes(fundings);
      for (const text of [...remarks, ...problems]) io.note(text);
      if (problems.length > 0) io.end("problems");
    });
}
