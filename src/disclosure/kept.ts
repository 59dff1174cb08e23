import type { Variable } from "./system.ts";

/** How much information a publication keeps, as shares between 0 and 1. */
export interface Kept {
  /** Of the numbers that are not zero, those shown. */
  cells: number;
  /** Of the persons counted in all tables, those counted in a number shown; to the tenth below, for the exact share would tell hidden sums. */
  persons: number;
}

/**
 * The numbers that are not zero, and the persons they count (as often as they are counted): those shown, and all. A hidden zero is
 * counted like any hidden number, or the share of those shown would tell how many hidden ones are zero.
 */
export interface Shown {
  cells: { shown: number; all: number };
  persons: { shown: number; all: number };
}

export function shownOf(variables: readonly Variable[], shown: ReadonlySet<string>): Shown {
  const printed = variables.filter(
    ({ key, unpublished, known, implicit, total, persons }) =>
      !unpublished && !known && !implicit && (!shown.has(key) || total > 0 || persons > 0),
  );
  const sums = (sizeOf: (variable: Variable) => number): Shown["cells"] => {
    const sum = (some: readonly Variable[]): number => some.reduce((total, variable) => total + sizeOf(variable), 0);
    return { shown: sum(printed.filter(({ key }) => shown.has(key))), all: sum(printed) };
  };
  return { cells: sums(() => 1), persons: sums(({ kind, total }) => (kind === "persons" ? total : 0)) };
}

export function keptOf(variables: readonly Variable[], shown: ReadonlySet<string>): Kept {
  const { cells, persons } = shownOf(variables, shown);
  const share = (part: Shown["cells"]): number => (part.all === 0 ? 1 : part.shown / part.all);
  return { cells: share(cells), persons: Math.floor(share(persons) * 10) / 10 };
}
