import { InvalidArgumentError, Option } from "commander";
import type { Decoupage } from "../dashboard/index.ts";
import type { Day } from "../dates.ts";
import type { DashboardFormat } from "../render/dashboard/index.ts";

export interface DashboardOptions {
  semester: string;
  format: DashboardFormat;
  diffusion: "publique" | "interne";
  seuil?: number;
  by?: Decoupage;
  previous?: readonly string[];
  strict?: true;
  sql?: true;
  dictionary?: true;
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

/** The list of breakdowns stands here too, for `--help` must not load the core. */
export function byOption(): Option {
  return new Option("--by <découpage>", "ajouter les tableaux par région").choices(["region"] satisfies Decoupage[]);
}

/** Repeatable, rather than a list that would swallow the paths behind it. */
export function previousOption(): Option {
  return new Option(
    "--previous <relevé>",
    "le relevé .diffusion.json d'un semestre déjà publié, pour montrer l'évolution ; peut être répété",
  ).argParser((file, files: readonly string[] = []) => [...files, file]);
}
