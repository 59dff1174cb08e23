import type { Row } from "../solver.ts";
import { floorOf, isKnown, type Relation, type System, type Variable } from "../system.ts";

/** Variables that no sum ties to any other variable that is not known; the index of a variable is its column in the rows. */
export interface Part {
  variables: readonly Variable[];
  /** Each sums to the same whatever the table, so that what is added to a table sums to zero. */
  rows: readonly Row[];
}

/** The numbers of a part above which a solver loses its footing. */
const GREATEST = 1e6;

/**
 * The step in which what is added to the variables of a part is counted: 1, or a power of ten for large amounts. Whole steps keep
 * every sum exact, and numbers small.
 */
export function stepOf({ variables }: Part): number {
  if (variables.some(({ kind }) => kind !== "amount")) return 1;
  return 10 ** Math.max(0, Math.ceil(Math.log10(Math.max(1, ...variables.map(({ total }) => total)) / GREATEST)));
}

/** How many steps can be taken off a variable, readers knowing the least it can be. */
export function roomOf(variable: Variable, step: number): number {
  return Math.max(0, Math.floor((variable.total - floorOf(variable)) / step));
}

/** The system cut where nothing ties it together. Variables are in the order of their names, whatever the order given. */
export function partsOf({ variables, relations }: System): Part[] {
  const unknown = variables.filter((variable) => !isKnown(variable)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const ofKey = new Map(unknown.map((variable) => [variable.key, variable]));
  const rows = relations.map((relation) => new Map([...termsOf(relation)].filter(([key, value]) => value !== 0 && ofKey.has(key))));
  const groupOf = groups(ofKey.keys(), rows);
  const members = groupBy(unknown, ({ key }) => groupOf(key));
  const rowsOf = groupBy(
    rows.filter((row) => row.size > 0),
    (row) => groupOf([...row.keys()][0] ?? ""),
  );
  return [...members].map(([name, variables]) => ({ variables, rows: numbered(variables, rowsOf.get(name) ?? []) }));
}

/** The rows by column, each once, in an order that depends on nothing else. */
function numbered(variables: readonly Variable[], rows: readonly ReadonlyMap<string, number>[]): Row[] {
  const columns = new Map(variables.map(({ key }, column) => [key, column]));
  const named = rows.map((row) => {
    const entries = [...row].map(([key, value]): [number, number] => [columns.get(key) ?? 0, value]).sort(([a], [b]) => a - b);
    return [entries.join(";"), new Map(entries)] as const;
  });
  return [...new Map(named)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** Gives for each key the name of its group: two keys of one row are in the same. */
function groups(keys: Iterable<string>, rows: readonly ReadonlyMap<string, number>[]): (key: string) => string {
  const parent = new Map([...keys].map((key) => [key, key]));
  const root = (key: string): string => {
    let at = key;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) {
      parent.set(at, parent.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const row of rows) {
    const [first, ...others] = row.keys();
    if (first !== undefined) for (const other of others) parent.set(root(other), root(first));
  }
  return root;
}

/** Left minus right. */
function termsOf({ left, right }: Relation): Map<string, number> {
  const terms = new Map<string, number>();
  for (const key of left) terms.set(key, (terms.get(key) ?? 0) + 1);
  for (const key of right) terms.set(key, (terms.get(key) ?? 0) - 1);
  return terms;
}

function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const byName = new Map<string, T[]>();
  for (const item of items) {
    const group = byName.get(nameOf(item));
    if (group === undefined) byName.set(nameOf(item), [item]);
    else group.push(item);
  }
  return byName;
}

/** For each column, those that share a sum with it. */
export function neighbours({ rows }: Part): Map<number, Set<number>> {
  const beside = new Map<number, Set<number>>();
  for (const row of rows) {
    for (const column of row.keys()) {
      const near = beside.get(column) ?? new Set();
      for (const other of row.keys()) near.add(other);
      beside.set(column, near);
    }
  }
  return beside;
}
