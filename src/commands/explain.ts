import { Command, type Option } from "commander";
import type { Io } from "../io.ts";
import type { Day } from "../words/dates.ts";
import { dateOption, deliver, forceOption, formatOption, outputOption } from "./options/index.ts";

const formats = ["text", "json", "markdown"] as const;

interface ExplainOptions {
  format: (typeof formats)[number];
  date?: Day;
  output?: string;
  force?: true;
}

const examples = `
Exemples :
  cpro explain                    toutes les règles, par thème
  cpro explain contrat-fenetre    une règle : le texte, un exemple, comment y déroger
  cpro explain plafond-annuel     un paramètre légal : ses valeurs et leurs dates`;

/** No day by default: a parameter then shows all its values. */
function jourOption(io: Io): Option {
  return Object.assign(dateOption(io).default(undefined), { description: "pour un paramètre, sa valeur ce jour-là (année-mois-jour)" });
}

export function explainCommand(io: Io): Command {
  return new Command("explain")
    .description("explique une règle ou un paramètre légal ; sans argument, les présente tous")
    .argument("[sujet]", "l'identifiant d'une règle ou d'un paramètre légal")
    .addOption(formatOption(formats))
    .addOption(jourOption(io))
    .addOption(outputOption())
    .addOption(forceOption())
    .addHelpText("after", examples)
    .action(async (sujet: string | undefined, options: ExplainOptions) => {
      const { aRelire, lookUp } = await import("../sheets/explain.ts");
      const { renderers } = await import("../render/explain/index.ts");
      const sheets = lookUp(sujet, options.date);
      const note = aRelire(sheets, options.date ?? io.today);
      if (note !== undefined) io.note(note);
      await deliver(io, renderers[options.format](sheets), options);
    });
}
