import type { Prevision } from "../../../funding/index.ts";
import { toEuros } from "../../../words/money.ts";
import { type Cell, csv } from "../../csv.ts";

/** One row a fiche and a length of its parcours. */
export function previsionsCsv(previsions: readonly Prevision[]): string {
  const rows = previsions.flatMap(({ fiche, parcours, coutParParcours, coutParHeure, partConception, durees }) =>
    durees.map(({ mois, parType, projet }): Cell[] => [
      fiche,
      parcours,
      mois,
      toEuros(coutParParcours),
      coutParHeure === undefined ? undefined : toEuros(coutParHeure),
      Number(partConception.toFixed(4)),
      toEuros(parType.forfait.cents),
      ...[projet.cout, projet.forfait, projet.publics, projet.complement, projet.nonFinance, projet.tropPercu].map(toEuros),
    ]),
  );
  return csv(
    [
      "Fiche projet",
      "Parcours",
      "Mois",
      "Coût par parcours",
      "Coût par heure",
      "Part de conception et coordination",
      "Forfait par parcours",
      "Coût du projet",
      "Forfait du projet",
      "Financements publics",
      "Complément",
      "Non financé",
      "Trop-perçu",
    ],
    rows,
  );
}
