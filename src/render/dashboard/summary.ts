import type { FigurePubliee, TableauDeBord } from "../../dashboard/index.ts";
import { count, formatNumber } from "../../french.ts";
import { formatEuros } from "../../money.ts";
import { table } from "../terminal/table.ts";

/** What a person wants to see at once: the key figures, how much is hidden, where the file is. */
export function dashboardSummary(report: TableauDeBord, file: string): string {
  const figures = report.figures.map((figure) => [figure.libelle, shown(figure)]);
  const rates = report.taux.map(({ libelle, valeur, secret }) => [libelle, secret ? "s" : valeur === null ? "–" : percent(valeur)]);
  const grid = table([{ header: `Tableau de bord, ${report.semestre.libelle}` }, { header: "", align: "right" }], [...figures, ...rates]);
  return `${grid}\n\n${secrecy(report)}\nTableau de bord écrit : ${file}`;
}

function shown({ valeur, unite, secret }: FigurePubliee): string {
  if (secret) return "s";
  if (valeur === null) return "–";
  return unite === "euros" ? formatEuros(Math.round(valeur * 100)) : formatNumber(valeur);
}

function percent(part: number): string {
  return `${formatNumber(Math.round(part * 1000) / 10)} %`;
}

function secrecy({ secret, tables }: TableauDeBord): string {
  if (secret === undefined) return "Diffusion interne : rien n'est masqué, données confidentielles.";
  const hidden = tables.flatMap(({ cellules }) => cellules).filter((cellule) => cellule.secret).length;
  return `Secret statistique : ${count(hidden, "case masquée", "cases masquées")} par « s » (effectifs de moins de ${secret.persons} et ce qui les redonnerait).`;
}
