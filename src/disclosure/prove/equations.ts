// Shares nothing with the code that hides: it takes what is about to be published and tries to find the hidden numbers again.

/** What a reader has: published totals, hidden ones, and the sums they know. */
export interface Published {
  /** The published total of each variable; `hidden` when it is not published and not zero. */
  totals: ReadonlyMap<string, number | "hidden">;
  /** The least a hidden variable can be: zeros are shown, so a hidden count is 1 or more. */
  floors: ReadonlyMap<string, number>;
  /** The most it can be, where a reader knows it. */
  ceilings?: ReadonlyMap<string, number>;
  relations: readonly { left: readonly string[]; right: readonly string[] }[];
}

/** One equation on hidden variables: the sum of coefficient × variable is `rest`. */
export interface Equation {
  terms: Map<string, number>;
  rest: number;
}

/** What a reader knows of the hidden variables. */
export function equationsOf({ relations, totals }: Published): Equation[] {
  return relations.map((relation) => equationOf(relation, totals)).filter(({ terms }) => terms.size > 0);
}

function equationOf({ left, right }: Published["relations"][number], totals: Published["totals"]): Equation {
  const terms = new Map<string, number>();
  let rest = 0;
  for (const [keys, sign] of [
    [left, 1],
    [right, -1],
  ] as const) {
    for (const key of keys) {
      const total = totals.get(key) ?? 0;
      if (total === "hidden") terms.set(key, (terms.get(key) ?? 0) + sign);
      else rest -= sign * total;
    }
  }
  for (const [key, coefficient] of terms) if (coefficient === 0) terms.delete(key);
  return { terms, rest };
}
