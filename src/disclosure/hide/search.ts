import type { Solver } from "../solver.ts";
import { type Changes, changesOf } from "./changes.ts";
import { type Part, roomOf, stepOf } from "./parts.ts";
import type { Uncertainty } from "./uncertainty.ts";
import type { Witnesses } from "./witnesses.ts";

/** Looks for the tables that show sensitive columns to be uncertain enough. */
export interface Search {
  /** To be told of each column that is hidden or published. */
  bound(column: number): void;
  /** Looks as far as can be from the true table, for one column. */
  isProved(column: number): boolean;
  /** Looks near the true table first: what moves little of what may be published is seldom lost when that is. */
  isProvedNear(column: number): boolean;
  /** Looks for many columns at a time, as long as that proves a good part of them; gives those that are left. */
  leftOf(columns: readonly number[]): number[];
  dispose(): void;
}

/** To move what may be published costs more than to move what never will be. */
const GRAIN = 1e-3;

/** What the noise of floating point may add to a whole number, or take off. */
const NOISE = 1e-6;

export function searchOf(part: Part, open: ReadonlySet<number>, witnesses: Witnesses, uncertainty: Uncertainty, solver: Solver): Search {
  const { isWide, isSensitive, enough, steps } = uncertainty;
  const step = stepOf(part);
  const floors = part.variables.map((variable) => -roomOf(variable, step));
  const boundsOf = (column: number): { lower: number; upper: number } =>
    open.has(column) ? { lower: floors[column] ?? 0, upper: Number.POSITIVE_INFINITY } : { lower: 0, upper: 0 };
  const program = solver(
    part.variables.map((_, column) => boundsOf(column)),
    part.rows,
    "costs",
  );
  let near: Changes | undefined;
  const bound = (column: number): void => {
    const { lower, upper } = boundsOf(column);
    program.setBounds(column, lower, upper);
    near?.free(column, open.has(column));
  };
  /** A table that adds as much as possible to the columns, or takes as much off, none more than it needs. */
  const lookFar = (columns: readonly number[], direction: 1 | -1): void => {
    const costs = new Float64Array(part.variables.length);
    for (const column of columns) costs[column] = -direction;
    program.setCosts(costs);
    if (direction === 1) for (const column of columns) program.setBounds(column, floors[column] ?? 0, enough(column));
    const isWorthIt = (found: Float64Array): boolean =>
      columns.length === 1 && columns.every((column) => isNearer(uncertainty, column, direction, found[column] ?? 0));
    const found = program.solve(isWorthIt);
    for (const column of columns) bound(column);
    if (found !== undefined) witnesses.add(found);
  };
  const lookNear = (column: number): void => {
    const weights = part.variables.map((_, other) => (isSensitive(other) ? GRAIN : 1));
    near ??= changesOf(part, weights, (other) => open.has(other), solver);
    // To reach the least that must be possible, then to be wide enough on one side or the other: less is found sooner than more.
    for (let isFound = true; isFound; ) {
      const found = first(steps(column).reverse(), (by) => near?.reach(column, by, true));
      isFound = found !== undefined;
      if (found !== undefined) witnesses.add(found);
    }
  };
  const isProved = (column: number): boolean => {
    for (const direction of [1, -1] as const) if (!isWide(column)) lookFar([column], direction);
    return isWide(column);
  };
  const leftOf = (columns: readonly number[]): number[] => {
    const left = columns.filter((column) => !isWide(column));
    if (left.length <= 3) return left;
    lookFar(left, 1);
    return left.filter(isWide).length < left.length / 5 ? left.filter((column) => !isWide(column)) : leftOf(left);
  };
  return {
    bound,
    isProved,
    isProvedNear: (column) => {
      if (!isWide(column)) lookNear(column);
      return isProved(column);
    },
    leftOf,
    dispose: () => {
      program.dispose();
      near?.dispose();
    },
  };
}

function first<T, R>(items: readonly T[], answerOf: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const answer = answerOf(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Whether the whole number next to a point in fractions would be of use. */
function isNearer({ wouldBe, isGreat }: Uncertainty, column: number, direction: 1 | -1, value: number): boolean {
  return direction === 1 ? isGreat(column, Math.floor(value + NOISE)) : wouldBe(column, Math.ceil(value - NOISE));
}
