import { isKnown } from "./suppression.ts";
import type { Relation, System, Variable } from "./system.ts";

/**
 * What to hide next when `given` can be found again: the published variables of the sums that give them, or of the sums that give
 * what gives them, and so on; the least useful first.
 */
export function neighbours(
  { variables, relations }: System,
  hidden: ReadonlySet<string>,
  leaks: ReadonlySet<string>,
  given: readonly string[],
): Variable[] {
  const reached = new Set(given);
  let size = 0;
  while (reached.size > size) {
    size = reached.size;
    const around = relations.filter((relation) => keysOf(relation).some((key) => reached.has(key))).flatMap(keysOf);
    const near = new Set(around);
    const found = variables.filter(
      (variable) => near.has(variable.key) && !variable.unpublished && !hidden.has(variable.key) && !isKnown(variable),
    );
    if (found.length > 0) return found.sort(byUselessness);
    for (const key of around) if (leaks.has(key)) reached.add(key);
  }
  return [];
}

function keysOf({ left, right }: Relation): string[] {
  return [...left, ...right];
}

function byUselessness(a: Variable, b: Variable): number {
  return a.usefulness - b.usefulness || a.total - b.total || (a.key < b.key ? -1 : 1);
}
