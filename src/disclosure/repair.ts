import { type Part, roomOf, stepOf } from "./parts.ts";
import type { Program, Solver } from "./solver.ts";
import type { Variable } from "./system.ts";

/** Finds what to hide so that a sensitive variable could be another number. */
export interface Repair {
  /**
   * The cheapest change of the table that adds `by` steps (or takes them off) to the column: all that it moves is to be hidden.
   * Undefined when no change does. In fractions of persons if not `whole`: found faster, and rarely of any use but to say what to hide.
   */
  move(column: number, by: number, whole: boolean): Float64Array | undefined;
  /** What is hidden may move for nothing. */
  hide(column: number): void;
  /** What a change costs. */
  costOf(change: Float64Array): number;
  dispose(): void;
}

export function repairOf(part: Part, hidden: ReadonlySet<number>, solver: Solver): Repair {
  const size = part.variables.length;
  const step = stepOf(part);
  const room = part.variables.map((variable) => roomOf(variable, step));
  const up = room.map(() => ({ lower: 0, upper: Number.POSITIVE_INFINITY }));
  const down = room.map((upper) => ({ lower: 0, upper }));
  const rows = part.rows.map((row) => new Map([...row, ...[...row].map(([column, value]): [number, number] => [column + size, -value])]));
  const program = solver([...up, ...down], rows);
  const weights = part.variables.map((variable, column) => (hidden.has(column) || variable.unpublished ? 0 : weightOf(variable)));
  return {
    move: (column, by, whole) => move(program, weights, room, column, by, whole),
    hide: (column) => {
      weights[column] = 0;
    },
    costOf: (change) => change.reduce((sum, value, column) => sum + Math.abs(value) * (weights[column] ?? 0), 0),
    dispose: () => {
      program.dispose();
    },
  };
}

function move(
  program: Program,
  weights: readonly number[],
  room: readonly number[],
  column: number,
  by: number,
  whole: boolean,
): Float64Array | undefined {
  const size = weights.length;
  if (by < 0 && -by > (room[column] ?? 0)) return undefined;
  const [moving, still] = by > 0 ? [column, column + size] : [column + size, column];
  // A grain on what is hidden already keeps the change small, and its numbers whole.
  const costs = weights.map((weight) => weight + 1e-3);
  program.setCosts(Float64Array.from([...costs, ...costs]));
  program.setBounds(moving, Math.abs(by), Math.abs(by));
  program.setBounds(still, 0, 0);
  const found = program.solve(whole ? "whole" : "any");
  program.setBounds(column, 0, Number.POSITIVE_INFINITY);
  program.setBounds(column + size, 0, room[column] ?? 0);
  return found && Float64Array.from({ length: size }, (_, at) => (found[at] ?? 0) - (found[at + size] ?? 0));
}

/** Inner cells go before margins, small populations before large ones, what is not known before what is. */
function weightOf({ usefulness, total }: Variable): number {
  return (1 + usefulness / 4) * (1 + Math.log2(1 + total) / 8);
}
