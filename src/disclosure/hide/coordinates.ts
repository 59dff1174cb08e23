import type { Relation } from "../system.ts";
import { addMultiple, minusRatio, PRIME, type Vector } from "./modular.ts";

/**
 * Each unknown as a combination of free ones, all that the relations leave free. In each relation the first unknown in the order
 * given is expressed by the others: give the most aggregated first, so that the inner cells are the free ones and totals their sums.
 */
export function coordinates(unknowns: readonly string[], relations: readonly Relation[]): Map<string, Vector> {
  const rank = new Map(unknowns.map((key, index) => [key, index]));
  const solved = new Map<number, Vector>();
  const usedBy = new Map<number, Set<number>>();
  const solve = (pivot: number, row: Vector): void => {
    for (const other of usedBy.get(pivot) ?? []) {
      const expression = solved.get(other);
      const factor = expression?.get(pivot);
      if (expression === undefined || factor === undefined) continue;
      expression.delete(pivot);
      addMultiple(expression, row, factor);
      note(row, other);
    }
    solved.set(pivot, row);
    note(row, pivot);
  };
  const note = (row: Vector, user: number): void => {
    for (const at of row.keys()) usedBy.set(at, (usedBy.get(at) ?? new Set()).add(user));
  };
  for (const relation of relations) {
    const row = substituted(rowOf(relation, rank), solved);
    if (row.size === 0) continue;
    const pivot = Math.min(...row.keys());
    solve(pivot, expressed(row, pivot));
  }
  return new Map(unknowns.map((key, index) => [key, new Map(solved.get(index) ?? [[index, 1]])]));
}

/** Left minus right, over the unknowns. */
function rowOf({ left, right }: Relation, rank: ReadonlyMap<string, number>): Vector {
  const row: Vector = new Map();
  const add = (key: string, sign: number): void => {
    const at = rank.get(key);
    if (at !== undefined) addMultiple(row, new Map([[at, 1]]), sign);
  };
  for (const key of left) add(key, 1);
  for (const key of right) add(key, PRIME - 1);
  return row;
}

/** The row once every unknown already solved is replaced. */
function substituted(row: Vector, solved: ReadonlyMap<number, Vector>): Vector {
  const result: Vector = new Map();
  for (const [at, value] of row) addMultiple(result, solved.get(at) ?? new Map([[at, 1]]), value);
  return result;
}

/** What the pivot is worth when the row is zero. */
function expressed(row: Vector, pivot: number): Vector {
  const factor = minusRatio(1, row.get(pivot) ?? 1);
  const rest: Vector = new Map();
  for (const [at, value] of row) if (at !== pivot) rest.set(at, (value * factor) % PRIME);
  return rest;
}
