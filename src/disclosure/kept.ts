import type { Variable } from "./system.ts";

/** How much information a publication keeps, as shares between 0 and 1. */
export interface Kept {
  /** Of the numbers that are not zero, those shown. */
  cells: number;
  /** Of the persons counted in all tables, those counted in a number shown; to the tenth below, for the exact share would tell hidden sums. */
  persons: number;
}

export function keptOf(variables: readonly Variable[], shown: ReadonlySet<string>): Kept {
  const printed = variables.filter(
    ({ unpublished, known, implicit, total, persons }) => !unpublished && !known && !implicit && (total > 0 || persons > 0),
  );
  const share = (sizeOf: (variable: Variable) => number): number => {
    const sum = (some: readonly Variable[]): number => some.reduce((total, variable) => total + sizeOf(variable), 0);
    const all = sum(printed);
    return all === 0 ? 1 : sum(printed.filter(({ key }) => shown.has(key))) / all;
  };
  const persons = share(({ kind, total }) => (kind === "persons" ? total : 0));
  return { cells: share(() => 1), persons: Math.floor(persons * 10) / 10 };
}
