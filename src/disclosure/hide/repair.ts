import type { Solver } from "../solver.ts";
import type { Variable } from "../system.ts";
import { type Change, changesOf } from "./changes.ts";
import type { Part } from "./parts.ts";

/** Finds what to hide so that a sensitive variable could be another number. */
export interface Repair {
  /** The cheapest change of the table that adds `by` steps (or takes them off) to the column: all that it moves is to be hidden. */
  move(column: number, by: number, whole: boolean): Change | undefined;
  /** What is hidden may move for nothing. */
  hide(column: number): void;
  /** What a change costs. */
  costOf(change: Change): number;
  dispose(): void;
}

/** A grain on what is hidden already keeps the change small, and its numbers whole. */
const GRAIN = 1e-3;

export function repairOf(part: Part, hidden: ReadonlySet<number>, solver: Solver): Repair {
  const weights = part.variables.map((variable, column) => (hidden.has(column) || variable.unpublished ? 0 : weightOf(variable)));
  const changes = changesOf(
    part,
    weights.map((weight) => weight + GRAIN),
    () => true,
    solver,
  );
  return {
    move: changes.reach,
    hide: (column) => {
      weights[column] = 0;
      changes.weigh(column, GRAIN);
    },
    costOf: (change) => change.reduce((sum, value, column) => sum + Math.abs(value) * (weights[column] ?? 0), 0),
    dispose: changes.dispose,
  };
}

/** Inner cells go before margins, small populations before large ones, what is not known before what is. */
function weightOf({ usefulness, total }: Variable): number {
  return (1 + usefulness / 4) * (1 + Math.log2(1 + total) / 8);
}
