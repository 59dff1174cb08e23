import { neighbours, type Part, roomOf, stepOf } from "./parts.ts";
import type { Need } from "./primary.ts";
import type { Solver } from "./solver.ts";

/** What can be added to the true table so that all that is published stays the same: one number of steps per column. */
type Witness = Float64Array;

/** How far a reader of what is not hidden would have to look for each sensitive variable of a part. */
export interface Ranges {
  hide(column: number): void;
  /** Publishes a hidden column, unless a sensitive variable would then be known too well; `others` found these tables with it published. */
  tryToShow(column: number, others?: readonly Witness[]): boolean;
  /** Hides again the column that was published last. */
  takeBack(column: number): void;
  /** The sensitive columns that a reader would know too well. */
  narrow(): number[];
  /** No longer asks anything for a sensitive column. */
  giveUp(column: number): void;
  /** The least and the most that a table known so far adds to a column, in steps. */
  known(column: number): { low: number; high: number };
  /** Learns of a table that somebody else has found; of use only if it is possible to this reader too, and leaves what is published unchanged. */
  learn(witness: Witness): void;
  /** The tables known so far. */
  found(): readonly Witness[];
  dispose(): void;
}

/** Without presolve and from the last answer, each question costs little: the program is one for the whole life of the part. */
export function rangesOf(part: Part, hidden: ReadonlySet<number>, demands: ReadonlyMap<number, Need>, solver: Solver): Ranges {
  const needs = new Map(demands);
  const step = stepOf(part);
  const totals = part.variables.map(({ total }) => total);
  const floors = part.variables.map((variable) => -roomOf(variable, step));
  const open = new Set(hidden);
  const program = solver(
    part.variables.map((_, column) => ({
      lower: open.has(column) ? (floors[column] ?? 0) : 0,
      upper: open.has(column) ? Number.POSITIVE_INFINITY : 0,
    })),
    part.rows,
  );
  let witnesses: Witness[] = [];
  let earlier: Witness[] = [];
  const bound = (column: number): void => {
    if (open.has(column)) program.setBounds(column, floors[column] ?? 0, Number.POSITIVE_INFINITY);
    else program.setBounds(column, 0, 0);
  };
  /** Whether the column is uncertain enough if `value` may be added to it as well. */
  const wouldDo = (column: number, value: number): boolean => {
    const need = needs.get(column);
    const { low, high } = extremes(witnesses, column);
    const [least, most] = [Math.min(low, value), Math.max(high, value)];
    return need === undefined || ((totals[column] ?? 0) + most * step >= need.upper && (most - least) * step >= need.width);
  };
  /** Whether a table that somebody else has found is possible to this reader, asked once for each. */
  const judged = new WeakMap<Witness, boolean>();
  const isPossible = (witness: Witness): boolean => {
    const known = judged.get(witness);
    if (known !== undefined) return known;
    const isAbove = witness.every((value, column) => value >= (floors[column] ?? 0));
    const answer = isAbove && part.rows.every((row) => sumOf(row, witness) === 0);
    judged.set(witness, answer);
    return answer;
  };
  const learn = (witness: Witness): void => {
    const isUnseen = witness.every((value, column) => value === 0 || open.has(column));
    if (isUnseen && isPossible(witness) && !witnesses.includes(witness)) witnesses.push(witness);
  };
  const isWide = (column: number): boolean => wouldDo(column, 0);
  const isNearer = (column: number, direction: 1 | -1, value: number): boolean =>
    direction === -1
      ? wouldDo(column, Math.ceil(value))
      : (totals[column] ?? 0) + Math.floor(value) * step >= (needs.get(column)?.upper ?? 0);
  /** Adding this much is enough, whatever else is possible. */
  const enough = (column: number): number => {
    const { upper = 0, width = 0 } = needs.get(column) ?? {};
    return Math.ceil(Math.max(upper - (totals[column] ?? 0), width) / step);
  };
  /** Finds a table that adds as much (or as little) as possible to the columns, none more than it needs. */
  const search = (columns: readonly number[], direction: 1 | -1): void => {
    const costs = new Float64Array(totals.length);
    for (const column of columns) costs[column] = -direction;
    program.setCosts(costs);
    if (direction === 1) for (const column of columns) program.setBounds(column, floors[column] ?? 0, enough(column));
    const isWorthIt = (found: Float64Array): boolean =>
      columns.length === 1 && columns.every((column) => isNearer(column, direction, found[column] ?? 0));
    const found = program.solve(isWorthIt);
    for (const column of columns) bound(column);
    if (found !== undefined) witnesses.push(found);
  };
  /** Many at a time, as long as that proves a good part of them. */
  const searchAll = (columns: readonly number[]): number[] => {
    const left = columns.filter((column) => !isWide(column));
    if (left.length <= 3) return left;
    search(left, 1);
    return left.filter(isWide).length < left.length / 5 ? left.filter((column) => !isWide(column)) : searchAll(left);
  };
  const isProved = (column: number): boolean => {
    for (const direction of [1, -1] as const) if (!isWide(column)) search([column], direction);
    return isWide(column);
  };
  const beside = neighbours(part);
  /** Whether a sensitive column would be the only one hidden in a sum: no need to ask any more. */
  const leavesOneAlone = (column: number): boolean =>
    part.rows.some((row) => {
      if (!row.has(column)) return false;
      const others = [...row.keys()].filter((other) => other !== column && open.has(other));
      return others.length === 1 && others.every((other) => needs.has(other));
    });
  /** Those in a sum with the column fail most often: to ask of each of them first saves many questions. */
  const areProvedWithout = (column: number): boolean => {
    const near = [...(beside.get(column) ?? [])].filter((other) => needs.has(other));
    return near.every(isProved) && searchAll([...needs.keys()]).every(isProved);
  };
  const hide = (column: number): void => {
    open.add(column);
    bound(column);
  };
  const takeBack = (column: number): void => {
    witnesses = [...new Set([...earlier, ...witnesses])];
    hide(column);
  };
  return {
    hide,
    takeBack,
    tryToShow: (column, others = []) => {
      if (leavesOneAlone(column)) return false;
      earlier = witnesses;
      witnesses = witnesses.filter((witness) => witness[column] === 0);
      open.delete(column);
      bound(column);
      for (const witness of others) learn(witness);
      if (areProvedWithout(column)) return true;
      takeBack(column);
      return false;
    },
    narrow: () => searchAll([...needs.keys()]).filter((column) => !isProved(column)),
    giveUp: (column) => {
      needs.delete(column);
    },
    known: (column) => extremes(witnesses, column),
    learn,
    found: () => witnesses,
    dispose: () => {
      program.dispose();
    },
  };
}

/** Whole numbers, so that nothing is rounded. */
function sumOf(row: ReadonlyMap<number, number>, witness: Witness): number {
  let sum = 0;
  for (const [column, factor] of row) sum += factor * (witness[column] ?? 0);
  return sum;
}

/** The true table is always possible: nothing added. */
function extremes(witnesses: readonly Witness[], column: number): { low: number; high: number } {
  let [low, high] = [0, 0];
  for (const witness of witnesses) {
    const value = witness[column] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}
