import type { Paiements } from "../../../funding/index.ts";
import { toEuros } from "../../../words/money.ts";
import { type Cell, csv } from "../../csv.ts";
import { genres } from "./genres.ts";

/** The to-do list: a spreadsheet is where it gets shared out. The other tables are in the workbook. */
export function paiementsCsv({ blocages }: Paiements): string {
  return csv(
    ["Parcours", "Nature", "À faire", "Montant en jeu"],
    blocages.map(({ parcours, genre, action, montant }): Cell[] => [parcours, genres[genre], action, toEuros(montant)]),
  );
}
