import type { ProgresParcours } from "../../progress/parcours.ts";
import type { Etat } from "../../progress/phases.ts";
import type { Day } from "../../words/dates.ts";
import { table } from "../terminal/table.ts";
import { barre, entete, legende } from "./barres.ts";
import { type Echelle, echelle } from "./echelle.ts";
import { couper, largeur, place } from "./lignes.ts";
import { jourCourt, libellesEtat } from "./mots.ts";

/** The order in which the states call for attention. */
export const urgence: readonly Etat[] = ["en_retard", "en_cours", "a_venir", "interrompue", "terminee", "sans_objet"];

/** Columns from which the bars of the phases have room. */
const largeurDesBarres = 100;
const entetes = ["Parcours", "Phase", "État", "Qui", "Échéance"];

/** A line for each parcours, the late ones first; where the screen is wide, with its phases as bars. */
export function sectionParcours(parcours: readonly ProgresParcours[], date: Day, columns: number): string {
  const tries = parcours.toSorted((a, b) => urgence.indexOf(a.etat) - urgence.indexOf(b.etat));
  const debuts = tries.map(debutDeLigne);
  const occupees = entetes.map((header, index) => 2 + place([header, ...debuts.map((ligne) => ligne[index] ?? "")], largeur));
  const reste = columns - occupees.reduce((a, b) => a + b, 0);
  const taches = tries.map(({ prochaine }) => prochaine?.libelle ?? "");
  if (columns < largeurDesBarres) return lignes(debuts, [{ header: "À faire", cells: taches, width: reste }]);
  const width = Math.min(60, Math.round((reste - 2) * 0.55));
  const etendue = echelle(
    tries.flatMap(({ phases }) => phases),
    date,
  );
  const barres = { header: entete(etendue, width), cells: dessins(tries, etendue, date, width), width };
  const tableau = lignes(debuts, [barres, { header: "À faire", cells: taches, width: reste - width - 2 }]);
  return `${tableau}\n${legende(tries[0]?.phases ?? [])}`;
}

function debutDeLigne({ identifiant, phaseLibelle, etat, prochaine }: ProgresParcours): string[] {
  return [couper(identifiant, 12), couper(phaseLibelle, 14), libellesEtat[etat], prochaine?.acteur ?? "", jourCourt(prochaine?.echeance)];
}

function dessins(tries: readonly ProgresParcours[], etendue: Echelle, date: string, width: number): string[] {
  return tries.map((un) => barre(un, { echelle: etendue, date, width }));
}

function lignes(debuts: readonly string[][], suites: readonly { header: string; cells: readonly string[]; width: number }[]): string {
  return table(
    [...entetes, ...suites.map(({ header }) => header)].map((header) => ({ header })),
    debuts.map((debut, index) => [...debut, ...suites.map(({ cells, width }) => couper(cells[index] ?? "", width))]),
  );
}
