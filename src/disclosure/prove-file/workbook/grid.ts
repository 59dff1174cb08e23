import { type Proved, type ProvedValue, standsFor } from "../proved.ts";
import type { Harmless } from "../texts.ts";
import { type Place, type Places, placesOf, type Row, type Writing } from "./places.ts";

/**
 * The places of a grid where something stands that was not proved: a number that is not the proved one of its place, or that has no
 * place at all, or nothing in a place that is. `seen` learns the values that have one.
 */
export function gridFaults(
  rows: readonly Row[],
  proved: Proved,
  harmless: Harmless,
  writing: Writing,
  seen: Set<ProvedValue> = new Set(),
): string[] {
  const places = placesOf(rows, proved, writing);
  for (const { value } of places.values()) seen.add(value);
  const empty = [...places.keys()].filter((at) => cellAt(rows, at) === undefined);
  return [
    ...empty.filter((at) => !isRight(undefined, places.get(at), harmless)).map((at) => `${rows[Number(at.split(":")[0])]?.at}, case vide`),
    ...rows.flatMap(({ at, cells }, rank) =>
      cells.flatMap((cell, column) =>
        cell === undefined || isRight(cell, places.get(`${rank}:${column}`), harmless) ? [] : [`${at}, colonne ${column + 1} : ${cell}`],
      ),
    ),
    ...lookFaults(rows, places),
  ];
}

/** The proved values that have no place in a file: what is left out could be known by that. */
export function absent({ tables, figures, taux, graphiques }: Proved, seen: ReadonlySet<ProvedValue>): string[] {
  const points = graphiques.flatMap(({ series }) => series.flatMap((one) => one.points));
  const left = [...tables.flatMap(({ cellules }) => cellules), ...figures, ...taux, ...points].filter((value) => !seen.has(value));
  return left.length === 0 ? [] : [`${left.length} valeurs de moins`];
}

function cellAt(rows: readonly Row[], place: string): string | number | undefined {
  const [rank, column] = place.split(":").map(Number);
  return rows[rank ?? 0]?.cells[column ?? 0];
}

/** Marks that do not look like the other marks of their table could tell which of them are small, numbers that do not, which were. */
function lookFaults(rows: readonly Row[], places: Places): string[] {
  const looks = new Map<string, string | undefined>();
  return [...places].flatMap(([place, { like }]) => {
    const [rank = 0, column = 0] = place.split(":").map(Number);
    const { at, cells, looks: some = [] } = rows[rank] ?? { at: "", cells: [] };
    if (like === undefined) return [];
    const group = `${like}|${cells[column] === "s"}`;
    if (!looks.has(group)) looks.set(group, some[column]);
    return looks.get(group) === some[column] ? [] : [`${at}, colonne ${column + 1}, aspect`];
  });
}

function isRight(cell: string | number | undefined, place: Place | undefined, harmless: Harmless): boolean {
  if (place === undefined) return typeof cell !== "number" && harmless(cell ?? "");
  const isLeftEmpty = place.empty && place.value.valeur === null && typeof cell !== "number";
  return isLeftEmpty ? ["", "s", "–"].includes(cell ?? "") : standsFor(cell, place.value, place.margin, place.scale);
}
