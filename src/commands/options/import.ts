import { Option } from "commander";
import type { Io } from "../../io.ts";
import { dateOption, dispositifsOption } from "./index.ts";

export function importSwitches(io: Io): Option[] {
  return [
    new Option("--output <dossier>", "le dossier où écrire fiche.yaml et parcours/").default("."),
    new Option("--update", "reporter le classeur dans les fichiers qui existent, champ par champ ; montre ce qui change et demande"),
    new Option("--clear", "avec --update, retirer aussi des fichiers ce que le classeur laisse vide"),
    new Option("--yes", "avec --update, écrire sans demander"),
    new Option("--partial", "écrire les documents justes, même si d'autres ne peuvent pas l'être"),
    new Option("--strict", "ne rien écrire tant qu'une règle de droit n'est pas respectée"),
    new Option("--force", "remplacer entièrement les fichiers qui existent").conflicts("update"),
    dispositifsOption("ne lire que les feuilles de ces dispositifs, séparés par des virgules ; par défaut, de tous"),
    dateOption(io),
  ];
}

export const importExamples = `
Exemples :
  cpro import saisie-cpro.xlsx --output mon-dossier
  cpro import saisie-cpro.xlsx --partial            écrit ce qui est juste, dit ce qui reste
  cpro import saisie-cpro.xlsx --update             reporte les changements dans le dossier courant`;
