import { type Part, stepOf } from "./parts.ts";
import type { Need } from "./primary.ts";
import type { Witnesses } from "./witnesses.ts";

/** Whether what could be added to sensitive columns, in steps, leaves them as uncertain as they must be. */
export interface Uncertainty {
  /** Those that must be. */
  columns(): number[];
  isSensitive(column: number): boolean;
  /** No longer asks anything for a column. */
  giveUp(column: number): void;
  isWide(column: number): boolean;
  /** Whether it would be, if `value` could be added as well. */
  wouldBe(column: number, value: number): boolean;
  /** Whether adding `value` makes it as great as it must be able to be. */
  isGreat(column: number, value: number): boolean;
  /** What brings the column nearer to what it needs, if one of them can be added: none when it has it. */
  steps(column: number): number[];
  /** What is enough if it can be added, whatever else is possible. */
  enough(column: number): number;
}

export function uncertaintyOf(part: Part, demands: ReadonlyMap<number, Need>, witnesses: Witnesses): Uncertainty {
  const needs = new Map(demands);
  const step = stepOf(part);
  const totalOf = (column: number): number => part.variables[column]?.total ?? 0;
  const wouldBe = (column: number, value: number): boolean => {
    const need = needs.get(column);
    if (need === undefined) return true;
    const { low, high } = witnesses.extremes(column);
    const [least, most] = [Math.min(low, value), Math.max(high, value)];
    return totalOf(column) + most * step >= need.upper && (most - least) * step >= need.width;
  };
  return {
    steps: (column) => {
      const { upper = 0, width = 0 } = needs.get(column) ?? {};
      const [up, wide] = [Math.ceil((upper - totalOf(column)) / step), Math.ceil(width / step)];
      const { low, high } = witnesses.extremes(column);
      if (high < up) return [up];
      return high - low < wide ? [low + wide, high - wide] : [];
    },
    columns: () => [...needs.keys()],
    isSensitive: (column) => needs.has(column),
    giveUp: (column) => {
      needs.delete(column);
    },
    isWide: (column) => wouldBe(column, 0),
    wouldBe,
    isGreat: (column, value) => totalOf(column) + value * step >= (needs.get(column)?.upper ?? 0),
    enough: (column) => {
      const { upper = 0, width = 0 } = needs.get(column) ?? {};
      return Math.ceil(Math.max(upper - totalOf(column), width) / step);
    },
  };
}
