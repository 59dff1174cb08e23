import { InvalidArgumentError, Option } from "commander";
import type { Day } from "../dates.ts";

export interface DashboardOptions {
  semester: string;
  format: "xlsx" | "json";
  diffusion: "publique" | "interne";
  seuil?: number;
  sql?: true;
  date: Day;
  output?: string;
  force?: true;
}

/** Never « interne » by default: what leaves without a thought must be safe to publish. */
export function diffusionOption(): Option {
  return new Option("--diffusion <diffusion>", "interne ne masque rien").choices(["publique", "interne"]).default("publique");
}

export function seuilOption(): Option {
  return new Option(
    "--seuil <nombre>",
    "masquer les effectifs au-dessous de ce nombre, par défaut celui du paramètre secret-personnes",
  ).argParser((text) => {
    const seuil = Number(text);
    if (!Number.isInteger(seuil) || seuil < 2) throw new InvalidArgumentError(`« ${text} » n'est pas un nombre entier d'au moins 2.`);
    return seuil;
  });
}
