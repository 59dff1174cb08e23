import type { TableauDeBord } from "../../dashboard/index.ts";
import { formatDay } from "../../words/dates.ts";

/** « 1er semestre 2025 », and where it stops while under way. */
export function periode({ semestre, arreteAu }: Pick<TableauDeBord, "semestre" | "arreteAu">): string {
  return arreteAu < semestre.fin ? `${semestre.libelle}, arrêté au ${formatDay(arreteAu)}` : semestre.libelle;
}
