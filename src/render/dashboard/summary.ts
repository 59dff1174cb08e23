import type { TableauDeBord } from "../../dashboard/index.ts";
import { count } from "../../words/french.ts";
import { table } from "../terminal/table.ts";
import { rateText, valueText } from "./values.ts";

/** What a person wants to see at once: the key figures, how much is hidden, where the file is. */
export function dashboardSummary(report: TableauDeBord, file: string): string {
  const figures = report.figures.map((figure) => [figure.libelle, valueText(figure, figure.unite)]);
  const rates = report.taux.map((one) => [one.libelle, rateText(one)]);
  const grid = table([{ header: `Tableau de bord, ${report.semestre.libelle}` }, { header: "", align: "right" }], [...figures, ...rates]);
  return `${grid}\n\n${secrecy(report)}\nTableau de bord écrit : ${file}`;
}

function secrecy({ secret, tables }: TableauDeBord): string {
  if (secret === undefined) return "Diffusion interne : rien n'est masqué, données confidentielles.";
  const hidden = tables.flatMap(({ cellules }) => cellules).filter((cellule) => cellule.secret).length;
  if (secret.arrondi !== undefined)
    return `Secret statistique : effectifs arrondis à un multiple de ${secret.arrondi.base}, ${count(hidden, "montant ou moyenne masqué", "montants ou moyennes masqués")} par « s ».`;
  return `Secret statistique : ${count(hidden, "case masquée", "cases masquées")} par « s » (effectifs de moins de ${secret.persons} et ce qui les redonnerait).`;
}
