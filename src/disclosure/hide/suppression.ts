import { isKnown, type Relation, type Variable } from "../system.ts";
import { coordinates } from "./coordinates.ts";
import { addMultiple, areProportional, minusRatio, type Vector } from "./modular.ts";

/**
 * What to hide so that no sensitive variable is a combination of published ones. Variables are published one by one, the most
 * useful first; one that would give a sensitive variable away is hidden with them.
 */
export function suppress(variables: readonly Variable[], relations: readonly Relation[], sensitive: ReadonlySet<string>): Set<string> {
  const ordered = variables.filter((variable) => !isKnown(variable)).sort(byUsefulness);
  const vectors = coordinates(
    ordered.map(({ key }) => key),
    relations,
  );
  const hidden = new Set(sensitive);
  const columns = columnsOf(vectors);
  for (const { key, unpublished } of ordered) {
    if (hidden.has(key) || unpublished) continue;
    const vector = vectors.get(key);
    if (vector === undefined || vector.size === 0) continue;
    if (givesAway(vector, vectors, columns, sensitive)) hidden.add(key);
    else publish(new Map(vector), vectors, columns);
  }
  return hidden;
}

/** Ties go to the larger, then to the name, so that the same data always hides the same cells. */
function byUsefulness(a: Variable, b: Variable): number {
  return b.usefulness - a.usefulness || b.total - a.total || (a.key < b.key ? -1 : 1);
}

type Columns = Map<number, Set<string>>;

function columnsOf(vectors: ReadonlyMap<string, Vector>): Columns {
  const columns: Columns = new Map();
  for (const [key, vector] of vectors) for (const at of vector.keys()) columns.set(at, (columns.get(at) ?? new Set()).add(key));
  return columns;
}

function rarest(vector: Vector, columns: Columns): number {
  return [...vector.keys()].reduce((best, at) => ((columns.get(at)?.size ?? 0) < (columns.get(best)?.size ?? 0) ? at : best));
}

/** With what is published already, would this one be a multiple of a sensitive one? */
function givesAway(vector: Vector, vectors: ReadonlyMap<string, Vector>, columns: Columns, sensitive: ReadonlySet<string>): boolean {
  for (const key of columns.get(rarest(vector, columns)) ?? []) {
    const other = vectors.get(key);
    if (sensitive.has(key) && other !== undefined && areProportional(vector, other)) return true;
  }
  return false;
}

/** A reader now knows this combination: it is taken out of every other. */
function publish(vector: Vector, vectors: ReadonlyMap<string, Vector>, columns: Columns): void {
  const pivot = rarest(vector, columns);
  const ofPivot = vector.get(pivot) ?? 1;
  for (const key of [...(columns.get(pivot) ?? [])]) {
    const other = vectors.get(key);
    const value = other?.get(pivot);
    if (other === undefined || value === undefined) continue;
    addMultiple(other, vector, minusRatio(value, ofPivot));
    for (const at of vector.keys()) {
      if (other.has(at)) columns.set(at, (columns.get(at) ?? new Set()).add(key));
      else columns.get(at)?.delete(key);
    }
  }
}
