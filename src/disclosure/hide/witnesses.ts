import type { Change } from "./changes.ts";

/** The changes found so far that leave what is published as it is, and between which numbers they put each column. */
export interface Witnesses {
  add(witness: Change): void;
  /** Sets aside those that move the column, which is to be published. */
  setAside(column: number): void;
  /** Takes back those that were set aside last. */
  takeBack(): void;
  /** The least and the most that one of them adds to a column. The true table is always possible: nothing added. */
  extremes(column: number): { low: number; high: number };
  all(): ReadonlySet<Change>;
}

export function witnessesOf(size: number): Witnesses {
  let aside: Change[] = [];
  const kept = new Set<Change>();
  const [low, high] = [new Float64Array(size), new Float64Array(size)];
  const count = (witness: Change): void => {
    for (let column = 0; column < size; column += 1) {
      const value = witness[column] ?? 0;
      if (value < (low[column] ?? 0)) low[column] = value;
      else if (value > (high[column] ?? 0)) high[column] = value;
    }
  };
  const add = (witness: Change): void => {
    kept.add(witness);
    count(witness);
  };
  return {
    add,
    setAside: (column) => {
      aside = [...kept].filter((witness) => witness[column] !== 0);
      for (const witness of aside) kept.delete(witness);
      low.fill(0);
      high.fill(0);
      for (const witness of kept) count(witness);
    },
    takeBack: () => {
      for (const witness of aside) add(witness);
    },
    extremes: (column) => ({ low: low[column] ?? 0, high: high[column] ?? 0 }),
    all: () => kept,
  };
}
