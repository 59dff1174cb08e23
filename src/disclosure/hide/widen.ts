import type { Solver } from "../solver.ts";
import type { Variable } from "../system.ts";
import type { Change } from "./changes.ts";
import type { Part } from "./parts.ts";
import { type Ranges, rangesOf } from "./ranges.ts";
import { type Repair, repairOf } from "./repair.ts";
import type { View } from "./views.ts";

/** A view, and what it takes to look from there. */
interface Eye extends View {
  ranges: Ranges;
  repair: Repair;
}

/**
 * The columns to hide so that each sensitive one stays uncertain enough to all who look, any reader first: those given, more where
 * somebody would still know too much, then less where hiding turns out to serve nothing. What cannot be protected (`lost`) is left to
 * the audit.
 */
export function widen(
  part: Part,
  given: ReadonlySet<number>,
  views: readonly View[],
  solver: Solver,
): { hidden: Set<number>; lost: number[] } {
  const hidden = new Set(given);
  const eyes: Eye[] = [];
  const lost: number[] = [];
  try {
    const [anyone, ...insiders] = views;
    for (const some of [anyone === undefined ? [] : [anyone], insiders]) {
      const size = hidden.size;
      const opened = some.map((view) => eyeOf(view, hidden, solver));
      // What any reader may believe, most insiders may too: it is not sought again.
      for (const eye of opened) for (const one of eyes) tell(one, eye);
      eyes.push(...opened);
      // What is hidden for one leaves no other knowing more: each looks once.
      for (const eye of opened) lost.push(...hideMore(eye, hidden, eyes, solver));
      if (some !== insiders || hidden.size > size) showMore(part, hidden, eyes);
    }
    return { hidden, lost: [...new Set(lost)] };
  } finally {
    for (const { ranges, repair } of eyes) {
      ranges.dispose();
      repair.dispose();
    }
  }
}

function tell({ ranges }: Eye, other: Eye): void {
  for (const witness of ranges.found()) other.ranges.learn(witness);
}

function eyeOf(view: View, hidden: ReadonlySet<number>, solver: Solver): Eye {
  return { ...view, ranges: rangesOf(view.part, hidden, view.needs, solver), repair: repairOf(view.part, hidden, solver) };
}

/** Those that would be known too well even if all were hidden: what was published before is enough. */
function narrowAnyway({ part, needs }: View, columns: readonly number[], solver: Solver): number[] {
  const some = new Map([...needs].filter(([column]) => columns.includes(column)));
  const ranges = rangesOf(part, new Set(part.variables.keys()), some, solver);
  try {
    return ranges.narrow();
  } finally {
    ranges.dispose();
  }
}

/** Hides until all that is sensitive is uncertain enough to one who looks; gives what nothing can protect. */
function hideMore(eye: Eye, hidden: Set<number>, eyes: readonly Eye[], solver: Solver): number[] {
  const { ranges } = eye;
  const lost: number[] = [];
  const giveUp = (columns: readonly number[]): void => {
    for (const column of columns) ranges.giveUp(column);
    lost.push(...columns);
  };
  const hide = (change: Change): void => {
    change.forEach((value, at) => {
      if (Math.abs(value) < 1e-6 || hidden.has(at)) return;
      hidden.add(at);
      for (const one of eyes) {
        one.ranges.hide(at);
        one.repair.hide(at);
      }
    });
    if (change.every(Number.isInteger)) ranges.learn(change);
  };
  for (let whole = false; ; ) {
    const narrow = ranges.narrow();
    if (narrow.length === 0) return lost;
    const size = hidden.size;
    for (const column of narrow) reach(column, (at) => cheapest(at, eye, whole), hide);
    if (hidden.size > size) continue;
    if (whole) {
      giveUp(ranges.narrow());
      return lost;
    }
    giveUp(narrowAnyway(eye, narrow, solver));
    whole = true;
  }
}

/** At most three changes: to reach the least that must be possible, then to be wide enough, on one side or the other. */
function reach(column: number, changeOf: (column: number) => Change | undefined, hide: (change: Change) => void): void {
  for (let times = 0; times < 3; times += 1) {
    const change = changeOf(column);
    if (change === undefined) return;
    hide(change);
  }
}

/** The cheapest change that brings the column nearer to what it needs; undefined when it has it. */
function cheapest(column: number, { ranges, repair }: Eye, whole: boolean): Change | undefined {
  const changes = ranges.steps(column).flatMap((by) => repair.move(column, by, whole) ?? []);
  return changes.sort((a, b) => repair.costOf(a) - repair.costOf(b))[0];
}

/** Publishes again what protects nobody from anybody, the most useful first. */
function showMore(part: Part, hidden: Set<number>, eyes: readonly Eye[]): void {
  const isSensitive = (column: number): boolean => eyes.some(({ needs }) => needs.has(column));
  const columns = [...hidden].filter((column) => !isSensitive(column) && !part.variables[column]?.unpublished);
  const ordered = columns.sort((a, b) => byUsefulness(part.variables[a], part.variables[b]));
  // Who has refused most often is asked first.
  const order = eyes.map(({ ranges }) => ({ ranges, refusals: 0 }));
  for (const column of ordered) {
    order.sort((a, b) => b.refusals - a.refusals);
    const refuses = order.findIndex(({ ranges }, rank) => !ranges.tryToShow(column, foundBy(order.slice(0, rank))));
    const refusing = order[refuses];
    if (refusing === undefined) hidden.delete(column);
    else {
      refusing.refusals += 1;
      for (const { ranges } of order.slice(0, refuses)) ranges.takeBack(column);
    }
  }
}

function* foundBy(eyes: readonly { ranges: Ranges }[]): Generator<Change> {
  for (const { ranges } of eyes) yield* ranges.found();
}

/** Ties go to the larger, then to the name: the same data always hides the same cells. */
function byUsefulness(a: Variable | undefined, b: Variable | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return b.usefulness - a.usefulness || b.total - a.total || (a.key < b.key ? -1 : 1);
}
