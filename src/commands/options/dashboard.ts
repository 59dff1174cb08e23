import { Option } from "commander";
import type { Decoupage } from "../../dashboard/index.ts";
import { oneMore } from "./index.ts";

/** The list of breakdowns stands here too, for `--help` must not load the core. */
export function byOption(): Option {
  return new Option("--by <découpage>", "ajouter les tableaux par région").choices(["region"] satisfies Decoupage[]);
}

/** Repeatable. */
export function previousOption(): Option {
  return new Option(
    "--previous <relevé>",
    "le relevé .diffusion.json d'un semestre déjà publié, pour montrer l'évolution et que rien ne revienne par soustraction ; à répéter pour chacun. Ceux qui sont à côté de la sortie ou dans les dossiers lus sont trouvés seuls",
  ).argParser(oneMore);
}

/** Repeatable too. */
export function connusOption(): Option {
  return new Option(
    "--connus <publication>",
    "ce qu'un porteur ou une région a publié de son côté d'une partie de ces parcours (.diffusion.json, ou le json) : le retrancher ne dira rien ; à répéter pour chacun",
  ).argParser(oneMore);
}

/** A file rather than options: what is one must stay so from one half-year to the next. */
export function regroupementOption(): Option {
  return new Option(
    "--regroupement <fichier>",
    "publier moins de détail, comme ce fichier le dit : un regroupement, ou les conseils gardés de --advise (conseil.json#1 : le premier)",
  ).conflicts(["sql", "dictionary"]);
}

/** Asks for advice instead of a dashboard. */
export function adviseOption(): Option {
  return new Option(
    "--advise",
    "dire, sans rien publier, quelles catégories réunies en montreraient plus ; à l'écran, ou dans un fichier .json par --output",
  ).conflicts(["sql", "dictionary"]);
}

export function sansPrecedentOption(): Option {
  return new Option(
    "--sans-precedent",
    "rien n'a jamais été publié de ces parcours : ne chercher aucun relevé, et ne pas en avertir",
  ).conflicts("previous");
}
