import { MARGIN } from "./attributes.ts";
import type { Variable } from "./system.ts";

/** The number that a publication shows for each variable it shows. */
export type Numbers = ReadonlyMap<string, number>;

/** A published table whose categories add up to its totals. */
export interface Counted {
  dimensions: readonly { id: string }[];
  cellules: readonly { mesure: string; codes: Readonly<Record<string, string>>; valeur: number | null }[];
}

/** How much information a publication keeps, as shares between 0 and 1. */
export interface Kept {
  /** Of the numbers that are not zero, those shown. */
  cells: number;
  /** Of the persons of the tables whose total is shown, those counted in a category that is; absent when no total is. */
  persons?: number;
}

/**
 * The numbers that are not zero, and the persons they count (as often as they are counted): those shown, and all. A hidden zero is
 * counted like any hidden number, or the share of those shown would tell how many hidden ones are zero.
 */
export interface Shown {
  cells: { shown: number; all: number };
  persons: { shown: number; all: number };
}

export function shownOf(variables: readonly Variable[], shown: Numbers): Shown {
  const printed = variables.filter(({ key, unpublished, known, implicit }) => !unpublished && !known && !implicit && shown.get(key) !== 0);
  const sums = (sizeOf: (variable: Variable) => number): Shown["cells"] => {
    const sum = (some: readonly Variable[]): number => some.reduce((total, variable) => total + sizeOf(variable), 0);
    return { shown: sum(printed.filter(({ key }) => shown.has(key))), all: sum(printed) };
  };
  return { cells: sums(() => 1), persons: sums(({ kind, total }) => (kind === "persons" ? total : 0)) };
}

/** What readers are told of it comes from what is published and from nothing else: it cannot tell them more. */
export function keptOf(variables: readonly Variable[], shown: Numbers, tables: readonly Counted[]): Kept {
  const { cells } = shownOf(variables, shown);
  const persons = personsOf(tables);
  return { cells: share(cells), ...(persons.all > 0 && { persons: share(persons) }) };
}

const share = ({ shown, all }: Shown["cells"]): number => (all === 0 ? 1 : shown / all);

function personsOf(tables: readonly Counted[]): Shown["persons"] {
  const persons = { shown: 0, all: 0 };
  for (const { dimensions, cellules } of tables) {
    const margins = ({ codes }: Counted["cellules"][number]): number => dimensions.filter(({ id }) => codes[id] === MARGIN).length;
    for (const total of cellules.filter((cell) => cell.valeur !== null && margins(cell) === dimensions.length)) {
      const categories = cellules.filter((cell) => cell.mesure === total.mesure && margins(cell) === 0);
      persons.shown += categories.reduce((sum, { valeur }) => sum + (valeur ?? 0), 0);
      persons.all += total.valeur ?? 0;
    }
  }
  return persons;
}
