import { type Command, Option } from "commander";
import { formeDe, modelesDe } from "../../dispositif/catalogue.ts";
import { catalogueIci } from "../../dispositif/propres/index.ts";
import { drapeauxDe } from "../../entretien/drapeaux.ts";
import { oneMore } from "./index.ts";

/** The options of `new fiche` and `new parcours`, one for each question; made when the command is called, for they need the schemas. */
export async function addFieldOptions(command: Command, args: readonly string[] = []): Promise<void> {
  const kind = command.name() === "fiche" ? "fiche" : "parcours";
  const catalogue = await catalogueIci([valeurDonnee("--dossier", args) ?? "."], valeurDonnee("--dispositifs", args) ?? given(command));
  const [modele] = await modelesDe(catalogue, [valeurDonnee("--dispositif", args) ?? catalogue.parDefaut]);
  if (modele?.formes[kind] === undefined) return;
  for (const { nom, aide, choix, champ } of drapeauxDe(formeDe(modele, kind))) {
    if (command.options.some(({ long }) => long === `--${nom}`)) continue;
    const option = new Option(`--${nom} <${champ?.type === "jour" ? "jour" : "valeur"}>`, aide);
    // Values are checked with the whole document, so that all faults are told at once.
    if (choix.length > 0) option.choices(choix);
    command.addOption(option.argParser(oneMore));
  }
}

/** What is typed after an option, before the command line is read: which questions there are depends on it. */
function valeurDonnee(nom: string, args: readonly string[]): string | undefined {
  const rang = args.findLastIndex((arg) => arg === nom || arg.startsWith(`${nom}=`));
  const arg = args[rang];
  return arg === nom ? args[rang + 1] : arg?.slice(nom.length + 1);
}

/** What was typed before the command's name. */
function given(command: Command): string | undefined {
  const { dispositifs }: { dispositifs?: string } = command.optsWithGlobals();
  return dispositifs;
}
