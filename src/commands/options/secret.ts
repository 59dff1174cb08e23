import { type Command, InvalidArgumentError, Option } from "commander";
import { bases } from "../../secrecy/base.ts";
import type { SecrecyOptions } from "../../workflows/dashboard/options.ts";

/** Adds the options of {@link SecrecyOptions} to a command. */
export function withSecrecy(command: Command): Command {
  return [diffusionOption(), secretOption(), seuilOption(), baseOption(), groupesOption(), initesOption()].reduce(
    (to, option) => to.addOption(option),
    command,
  );
}

/** Never « interne » by default: what leaves without a thought must be safe to publish. */
function diffusionOption(): Option {
  return new Option("--diffusion <diffusion>", "interne ne masque rien").choices(["publique", "interne"]).default("publique");
}

function seuilOption(): Option {
  return new Option(
    "--seuil <nombre>",
    "masquer les effectifs au-dessous de ce nombre, par défaut celui du paramètre secret-personnes",
  ).argParser((text) => {
    const seuil = Number(text);
    if (!Number.isInteger(seuil) || seuil < 2) throw new InvalidArgumentError(`« ${text} » n'est pas un nombre entier d'au moins 2.`);
    return seuil;
  });
}

function secretOption(): Option {
  return new Option(
    "--secret <méthode>",
    "suppression masque les petits effectifs et montre les autres, exacts ; arrondi les montre tous, arrondis à un multiple de --base",
  )
    .choices(["suppression", "arrondi"])
    .default("suppression");
}

function baseOption(): Option {
  return new Option("--base <nombre>", "avec --secret arrondi : le multiple, par défaut 5, ou 10 quand --seuil dépasse 6")
    .choices(bases)
    .implies({ secret: "arrondi" });
}

function groupesOption(): Option {
  return new Option(
    "--secret-groupes",
    "masquer aussi ce qui dirait la phase de rupture ou la décision du jury de toutes les personnes d'un groupe",
  );
}

function initesOption(): Option {
  return new Option(
    "--inites <porteurs>",
    "les porteurs dont le contrôle suppose qu'ils retranchent leurs propres parcours : ceux qui sont seuls dans une région publiée, ou tous",
  )
    .choices(["seuls", "tous"])
    .default("seuls");
}
