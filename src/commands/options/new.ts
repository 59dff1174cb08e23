import { type Command, Option } from "commander";
import { drapeauxDe } from "../../entretien/drapeaux.ts";
import { oneMore } from "./index.ts";

/** The options of `new fiche` and `new parcours`, one for each question; made when the command is called, for they need the schemas. */
export function addFieldOptions(command: Command): void {
  const kind = command.name() === "fiche" ? "fiche" : "parcours";
  for (const { nom, aide, choix, champ } of drapeauxDe(kind)) {
    const option = new Option(`--${nom} <${champ?.type === "jour" ? "jour" : "valeur"}>`, aide);
    // Values are checked with the whole document, so that all faults are told at once.
    if (choix.length > 0) option.choices(choix);
    command.addOption(option.argParser(oneMore));
  }
}
