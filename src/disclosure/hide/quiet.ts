import type { System, Variable } from "../system.ts";

/** What to hide, and the sensitive variables that even this leaves known too well. */
export interface Proposal {
  hidden: Set<string>;
  lost: readonly Variable[];
}

/** What may not be published, and what readers must be told of it. */
export interface Protection {
  hidden: ReadonlySet<string>;
  /** The blocks where a hidden number may be zero. */
  quiet: ReadonlySet<string>;
}

/**
 * What to hide; zeros too, where they would give a small number away. A zero shown says that nobody came, which is much to who has
 * the earlier half-years: only then may the zeros of a block be hidden, first of the blocks in need, then of all.
 */
export function quietly(system: System, propose: (system: System) => Proposal): Protection {
  const plain = propose(system);
  const inNeed = new Set(plain.lost.flatMap(({ block }) => block ?? []));
  const all = new Set(system.variables.flatMap(({ block }) => block ?? []));
  let best = { ...plain, quiet: new Set<string>() };
  for (const quiet of [inNeed, all]) {
    if (best.lost.length === 0) break;
    if (quiet.size === 0) continue;
    const quieter = propose(quieted(system, quiet));
    if (quieter.lost.length < best.lost.length) best = { ...quieter, quiet };
  }
  return best;
}

function quieted({ variables, relations }: System, blocks: ReadonlySet<string>): System {
  return {
    variables: variables.map((variable) => (blocks.has(variable.block ?? "") ? { ...variable, quiet: true } : variable)),
    relations,
  };
}
