import { type Proved, type ProvedValue, standsFor } from "../proved.ts";
import { type Place, placesOf, type Row, type Writing } from "./places.ts";

/**
 * The places of a grid where something stands that was not proved: a number that is not the proved one of its place, or that has no
 * place at all, or nothing in a place that is. `seen` learns the values that have one.
 */
export function gridFaults(rows: readonly Row[], proved: Proved, writing: Writing, seen: Set<ProvedValue> = new Set()): string[] {
  const places = placesOf(rows, proved, writing);
  for (const { value } of places.values()) seen.add(value);
  return [...new Set([...places.keys(), ...numbersIn(rows)])].flatMap((at) => {
    const [rank = 0, column = 0] = at.split(":").map(Number);
    const row = rows[rank];
    const cell = row?.cells[column];
    return isRight(cell, places.get(at)) ? [] : [`${row?.at}, ${cell === undefined ? "case vide" : `colonne ${column + 1} : ${cell}`}`];
  });
}

/** Where numbers stand in a grid. */
export function numbersIn(rows: readonly Row[]): string[] {
  return rows.flatMap(({ cells }, rank) => cells.flatMap((cell, column) => (typeof cell === "number" ? [`${rank}:${column}`] : [])));
}

function isRight(cell: string | number | undefined, place: Place | undefined): boolean {
  if (place === undefined) return false;
  const isLeftEmpty = place.empty && place.value.valeur === null && typeof cell !== "number";
  return isLeftEmpty ? ["", "s", "–"].includes(cell ?? "") : standsFor(cell, place.value, place.margin, place.scale);
}

/** The proved values that have no place in a file: what is left out could be known by that. */
export function absent({ tables, figures, taux, graphiques }: Proved, seen: ReadonlySet<ProvedValue>): string[] {
  const points = graphiques.flatMap(({ series }) => series.flatMap((one) => one.points));
  const left = [...tables.flatMap(({ cellules }) => cellules), ...figures, ...taux, ...points].filter((value) => !seen.has(value));
  return left.length === 0 ? [] : [`${left.length} valeurs de moins`];
}
