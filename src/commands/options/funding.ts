import { Option } from "commander";
import { nomsDesLectures } from "../../funding/lectures.ts";
import { oneMore } from "./index.ts";

/** Each shows something else than the amounts parcours by parcours: only one at a time. */
const views = ["explain", "compareLectures", "by", "paiements", "prevision", "set"];

function view(flags: string, description: string): Option {
  const option = new Option(flags, description);
  return option.conflicts(views.filter((other) => other !== option.attributeName()));
}

export function fundingViews(): Option[] {
  return [
    view("--explain", "détailler chaque montant : formule, nombres, article"),
    view("--compare-lectures", "mettre les lectures des textes côte à côte").conflicts("lecture"),
    view("--by <axe>", "regrouper par fiche projet, par OPCO ou par année civile").choices(["fiche", "opco", "annee"]),
    view("--paiements", "ce qui bloque les paiements, l'avance de trésorerie, l'échéancier, l'engagement par année"),
    view("--prevision", "prévoir d'après la fiche projet ; sans --prevision, seulement quand il n'y a aucun parcours"),
    view("--set <chemin=valeur>", "et si : changer une valeur sans toucher aux fichiers (option répétable)").argParser(oneMore),
  ];
}

export function lectureOption(): Option {
  return new Option("--lecture <nom>", "la lecture des textes").choices(nomsDesLectures).default("cahier_des_charges");
}
