import type { Solver } from "../solver.ts";
import type { Change } from "./changes.ts";
import { neighbours, type Part, roomOf, stepOf } from "./parts.ts";
import type { Need } from "./primary.ts";
import { searchOf } from "./search.ts";
import { uncertaintyOf } from "./uncertainty.ts";
import { witnessesOf } from "./witnesses.ts";

/** How far a reader of what is not hidden would have to look for each sensitive variable of a part. */
export interface Ranges {
  hide(column: number): void;
  /** Publishes a hidden column, unless a sensitive variable would then be known too well; `others` are tables possible to other readers. */
  tryToShow(column: number, others: Iterable<Change>): boolean;
  /** Hides again the column that was published last. */
  takeBack(column: number): void;
  /** The sensitive columns that a reader would know too well. */
  narrow(): number[];
  /** No longer asks anything for a sensitive column. */
  giveUp(column: number): void;
  /** What brings a column nearer to what it needs, if one of them can be added: none when it has it. */
  steps(column: number): number[];
  /** Learns of a table that somebody else has found; of use only if it is possible to this reader too, and leaves what is published unchanged. */
  learn(witness: Change): void;
  /** The tables known so far. */
  found(): ReadonlySet<Change>;
  dispose(): void;
}

export function rangesOf(part: Part, hidden: ReadonlySet<number>, demands: ReadonlyMap<number, Need>, solver: Solver): Ranges {
  const open = new Set(hidden);
  const witnesses = witnessesOf(part.variables.length);
  const uncertainty = uncertaintyOf(part, demands, witnesses);
  const search = searchOf(part, open, witnesses, uncertainty, solver);
  const isPossible = possibleIn(part);
  const beside = neighbours(part);
  const learn = (witness: Change): void => {
    if (witnesses.all().has(witness) || !isPossible(witness)) return;
    if (witness.every((value, column) => value === 0 || open.has(column))) witnesses.add(witness);
  };
  /** Whether a sensitive column would be the only one hidden in a sum: no need to ask any more. */
  const leavesOneAlone = (column: number): boolean =>
    part.rows.some((row) => {
      if (!row.has(column)) return false;
      const others = [...row.keys()].filter((other) => other !== column && open.has(other));
      return others.length === 1 && others.every(uncertainty.isSensitive);
    });
  /** Those in a sum with the column fail most often: to ask of each of them first saves many questions. */
  const areAllProved = (column: number): boolean => {
    const near = [...(beside.get(column) ?? [])].filter(uncertainty.isSensitive);
    return near.every(search.isProvedNear) && uncertainty.columns().every(search.isProvedNear);
  };
  const hide = (column: number): void => {
    open.add(column);
    search.bound(column);
  };
  const takeBack = (column: number): void => {
    witnesses.takeBack();
    hide(column);
  };
  return {
    hide,
    takeBack,
    tryToShow: (column, others) => {
      if (leavesOneAlone(column)) return false;
      witnesses.setAside(column);
      open.delete(column);
      search.bound(column);
      for (const witness of others) learn(witness);
      if (areAllProved(column)) return true;
      takeBack(column);
      return false;
    },
    narrow: () => search.leftOf(uncertainty.columns()).filter((column) => !search.isProved(column)),
    giveUp: uncertainty.giveUp,
    steps: uncertainty.steps,
    learn,
    found: witnesses.all,
    dispose: search.dispose,
  };
}

/** Whether a table that somebody else has found is possible to this reader, asked once for each. */
function possibleIn(part: Part): (witness: Change) => boolean {
  const judged = new WeakMap<Change, boolean>();
  const step = stepOf(part);
  const room = part.variables.map((variable) => roomOf(variable, step));
  return (witness) => {
    const known = judged.get(witness);
    if (known !== undefined) return known;
    const isAbove = witness.every((value, column) => value >= -(room[column] ?? 0));
    const answer = isAbove && part.rows.every((row) => sumOf(row, witness) === 0);
    judged.set(witness, answer);
    return answer;
  };
}

/** Whole numbers, so that nothing is rounded. */
function sumOf(row: ReadonlyMap<number, number>, witness: Change): number {
  let sum = 0;
  for (const [column, factor] of row) sum += factor * (witness[column] ?? 0);
  return sum;
}
