import { UserError } from "../../errors.ts";
import { type Part, partsOf } from "../hide/parts.ts";
import { type Column, loadSolver, type Solver } from "../solver.ts";
import type { System, Variable } from "../system.ts";

/** Counts as they are to be published. */
interface Rounded {
  values: Map<string, number>;
  /** No published count is this far from the truth, or farther: the base, or twice the base where totals could not be kept otherwise. */
  reach: number;
}

/** A count and its two neighbours: `floor` steps of the base, and one more unless it is a multiple. */
interface Place {
  floor: number;
  rest: number;
}

interface Costs {
  down: number;
  up: number;
}

/** What it costs that a count moves from what readers saw last time, in multiples of the base. */
const KEPT = 3;

/** What one more step away costs, in multiples of the base: more than any gain elsewhere is worth. */
const FAR = 10;

/**
 * Controlled rounding: every count becomes a multiple of `base`, one of its two neighbours, so that every total stays the sum of its
 * parts; the nearest when there is a choice, or what it was rounded to before (`earlier`). A multiple stays as it is, and so does
 * zero. Where no such table exists, counts other than zero may go one step farther. What it answers is a proposal, which
 * {@link proveRounding} accepts or refuses.
 * @throws UserError when even that is impossible, or when the solver gives up.
 */
export async function roundCounts(system: System, base: number, earlier: ReadonlyMap<string, number>): Promise<Rounded> {
  const values = new Map(system.variables.map(({ key }) => [key, 0]));
  const solver = await loadSolver();
  let reach = base;
  for (const part of partsOf(system)) {
    const near = roundPart(part, base, earlier, 0, solver);
    const rounded = near ?? roundPart(part, base, earlier, 1, solver);
    if (rounded === undefined) throw impossible(base);
    if (near === undefined) reach = 2 * base;
    part.variables.forEach(({ key }, column) => {
      values.set(key, rounded[column] ?? 0);
    });
  }
  return { values, reach };
}

/** The cheapest table of multiples, no count more than `farther` steps from its neighbours; undefined when there is none. */
function roundPart(
  { variables, rows }: Part,
  base: number,
  earlier: ReadonlyMap<string, number>,
  farther: 0 | 1,
  solver: Solver,
): number[] | undefined {
  const size = variables.length;
  const places = variables.map(({ total }): Place => ({ floor: Math.floor(total / base), rest: total % base }));
  const ups = places.map(({ rest }): Column => ({ lower: 0, upper: rest === 0 ? 0 : 1 }));
  const more = variables.map(({ total }): Column => ({ lower: 0, upper: total === 0 ? 0 : farther }));
  const less = places.map(({ floor }): Column => ({ lower: 0, upper: Math.min(floor, farther) }));
  // The last column is always 1: it bears what is there before anything moves.
  const one = 3 * size;
  const program = solver(
    [...ups, ...more, ...less, { lower: 1, upper: 1 }],
    rows.map((row) => {
      const terms = [...row];
      const begins = terms.reduce((sum, [column, value]) => sum + value * (places[column]?.floor ?? 0), 0);
      const moves = terms.flatMap(([column, value]): [number, number][] => [
        [column, value],
        [column + size, value],
        [column + 2 * size, -value],
      ]);
      return new Map([...moves, [one, begins]]);
    }),
    "costs",
  );
  const costs = variables.map((variable, column) => costOf(variable, places[column], base, earlier));
  const far = variables.map(() => FAR * base);
  const start = costs.reduce((sum, { down }) => sum + down, 0);
  program.setCosts(Float64Array.from([...costs.map(({ up, down }) => up - down), ...far, ...far, start]));
  const found = program.solve("whole");
  program.dispose();
  const at = (column: number): number => found?.[column] ?? 0;
  return found && places.map(({ floor }, column) => base * (floor + at(column) + at(column + size) - at(column + 2 * size)));
}

/** What it costs to round down or up: how far it is, and more if readers saw it go the other way; what is never printed may go either way. */
function costOf({ key, unpublished }: Variable, place: Place | undefined, base: number, earlier: ReadonlyMap<string, number>): Costs {
  const { floor, rest } = place ?? { floor: 0, rest: 0 };
  const weight = unpublished || rest === 0 ? 0 : 1;
  const before = earlier.get(key);
  return {
    down: weight * rest + (before === (floor + 1) * base ? KEPT * base : 0),
    up: weight * (base - rest) + (before === floor * base ? KEPT * base : 0),
  };
}

function impossible(base: number): UserError {
  return new UserError(
    `Rien n'a été écrit : aucun arrondi à un multiple de ${base} ne garde chaque total égal à la somme de ses parties.`,
    "Utilisez --secret suppression, et signalez ce cas.",
  );
}
