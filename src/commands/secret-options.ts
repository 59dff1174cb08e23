import { type Command, InvalidArgumentError, Option } from "commander";
import { UserError } from "../errors.ts";

/** How persons and enterprises are protected in what is published. */
export interface SecrecyOptions {
  diffusion: "publique" | "interne";
  secret?: "suppression" | "arrondi";
  base?: Base;
  seuil?: number;
}

/** Adds the options of {@link SecrecyOptions} to a command. */
export function withSecrecy(command: Command): Command {
  return [diffusionOption(), secretOption(), seuilOption(), baseOption()].reduce((to, option) => to.addOption(option), command);
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

type Base = "5" | "10";
const bases: readonly Base[] = ["5", "10"];

function baseOption(): Option {
  return new Option("--base <nombre>", "avec --secret arrondi : le multiple, par défaut 5, ou 10 quand --seuil dépasse 6")
    .choices(bases)
    .implies({ secret: "arrondi" });
}

/**
 * The base of rounding: a count below the threshold must look like several others, so that the base may not be less than the
 * threshold by more than one.
 * @throws UserError when no base suits the threshold.
 */
export function baseFor(seuil: number, base?: Base): number {
  const found = bases
    .filter((one) => base === undefined || one === base)
    .map(Number)
    .find((one) => one >= seuil - 1);
  if (found !== undefined) return found;
  throw new UserError(
    `Un arrondi à un multiple de ${base ?? bases.at(-1)} ne protège pas les effectifs de moins de ${seuil}.`,
    base === "5"
      ? "Prenez --base 10, un --seuil d'au plus 6, ou --secret suppression."
      : "Prenez un --seuil d'au plus 11, ou --secret suppression.",
  );
}
