import { type Command, Option } from "commander";
import { catalogueDe, formeDe, modelesDe } from "../../dispositif/catalogue.ts";
import { drapeauxDe } from "../../entretien/drapeaux.ts";
import { oneMore } from "./index.ts";

/** The options of `new fiche` and `new parcours`, one for each question; made when the command is called, for they need the schemas. */
export async function addFieldOptions(command: Command): Promise<void> {
  const kind = command.name() === "fiche" ? "fiche" : "parcours";
  const catalogue = catalogueDe();
  const [modele] = await modelesDe(catalogue, [catalogue.parDefaut]);
  for (const { nom, aide, choix, champ } of modele === undefined ? [] : drapeauxDe(formeDe(modele, kind))) {
    const option = new Option(`--${nom} <${champ?.type === "jour" ? "jour" : "valeur"}>`, aide);
    // Values are checked with the whole document, so that all faults are told at once.
    if (choix.length > 0) option.choices(choix);
    command.addOption(option.argParser(oneMore));
  }
}
