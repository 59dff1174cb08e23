import type { Solver } from "../solver.ts";
import { type Part, roomOf, stepOf } from "./parts.ts";

/** What is added to the table of a part so that all its sums stay the same: one number of steps per column. */
export type Change = Float64Array;

/** The changes of a part that cost the least. */
export interface Changes {
  /**
   * The cheapest one that adds `by` steps to the column, or takes them off; undefined when there is none. In fractions of persons if not
   * `whole`: found faster, and rarely of any use but to say what it moves.
   */
  reach(column: number, by: number, whole: boolean): Change | undefined;
  /** What one step of the column costs from now on. */
  weigh(column: number, weight: number): void;
  /** Whether the column may move. */
  free(column: number, isFree: boolean): void;
  dispose(): void;
}

/** Each column is two, what is added and what is taken off, since a cost is of both. */
export function changesOf(part: Part, weights: readonly number[], isFree: (column: number) => boolean, solver: Solver): Changes {
  const size = part.variables.length;
  const step = stepOf(part);
  const room = part.variables.map((variable) => roomOf(variable, step));
  const tops = room.map((_, column) => (isFree(column) ? Number.POSITIVE_INFINITY : 0));
  const columns = [...tops, ...room.map((most, column) => Math.min(most, tops[column] ?? 0))].map((upper) => ({ lower: 0, upper }));
  const rows = part.rows.map((row) => new Map([...row, ...[...row].map(([column, value]): [number, number] => [column + size, -value])]));
  // Only bounds change from one question to the next.
  const program = solver(columns, rows, "bounds");
  program.setCosts(Float64Array.from([...weights, ...weights]));
  const bound = (column: number): void => {
    const top = tops[column] ?? 0;
    program.setBounds(column, 0, top);
    program.setBounds(column + size, 0, Math.min(room[column] ?? 0, top));
  };
  return {
    reach: (column, by, whole) => {
      if (by < 0 && -by > (room[column] ?? 0)) return undefined;
      const [moving, still] = by > 0 ? [column, column + size] : [column + size, column];
      program.setBounds(moving, Math.abs(by), Math.abs(by));
      program.setBounds(still, 0, 0);
      const found = program.solve(whole ? "whole" : "any");
      bound(column);
      return found && Float64Array.from({ length: size }, (_, at) => (found[at] ?? 0) - (found[at + size] ?? 0));
    },
    weigh: (column, weight) => {
      program.setCost(column, weight);
      program.setCost(column + size, weight);
    },
    free: (column, isFree) => {
      tops[column] = isFree ? Number.POSITIVE_INFINITY : 0;
      bound(column);
    },
    dispose: () => {
      program.dispose();
    },
  };
}
