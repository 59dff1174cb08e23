import { type Equation, equationsOf, type Published } from "./equations.ts";
import { type Answer, loadOracle, type Oracle, type Riddle } from "./solver.ts";

/** Between what a reader knows a hidden variable to be, in whole numbers. */
export interface Bounds {
  least: number;
  most: number;
}

/** What a reader must not know better: that the variable may be `upper` or more, and that its extremes are `width` apart. */
export interface Demand {
  total: number;
  upper: number;
  width: number;
}

/** The exact bounds of hidden variables, as a reader could compute them. */
export async function boundsOf(published: Published, keys: readonly string[]): Promise<Map<string, Bounds>> {
  const bounds = new Map<string, Bounds>();
  const none = new Map<string, number>();
  const open = await loadOracle();
  for (const riddle of riddlesOf(published)) {
    const oracle = open(riddle);
    for (const key of keys.filter((one) => riddle.keys.includes(one))) {
      const [least, most] = ([-1, 1] as const).map((direction) => {
        const answer = oracle.ask([key], direction, none, true);
        return answer === "unbounded" ? direction * Number.POSITIVE_INFINITY : Math.round(answer?.get(key) ?? Number.NaN);
      });
      bounds.set(key, { least: least ?? Number.NaN, most: most ?? Number.NaN });
    }
    oracle.dispose();
  }
  return bounds;
}

/**
 * The variables that a reader knows better than demanded, with the bounds found; `amounts` gives the true amounts. The others are proved by tables of whole numbers
 * that would be published in the same way, each checked without the solver that found it.
 */
export async function tooNarrow(
  published: Published,
  demands: ReadonlyMap<string, Demand>,
  amounts: ReadonlyMap<string, number>,
): Promise<Map<string, Bounds>> {
  const narrow = new Map<string, Bounds>();
  const open = await loadOracle();
  for (const riddle of riddlesOf(published)) {
    const asked = riddle.keys.filter((key) => demands.has(key));
    if (asked.length === 0) continue;
    const oracle = open(inSteps(riddle, amounts));
    for (const [key, bounds] of examine(oracle, riddle, demands, asked)) narrow.set(key, bounds);
    oracle.dispose();
  }
  return narrow;
}

function examine(oracle: Oracle, riddle: Riddle, demands: ReadonlyMap<string, Demand>, asked: readonly string[]): Map<string, Bounds> {
  const seen = new Map(
    asked.map((key): [string, Bounds] => [key, { least: demands.get(key)?.total ?? 0, most: demands.get(key)?.total ?? 0 }]),
  );
  const caps = new Map(asked.map((key) => [key, capOf(demands.get(key))]));
  const left = (): string[] => asked.filter((key) => isNarrow(demands.get(key), seen.get(key)));
  const ask = (keys: readonly string[], direction: 1 | -1, whole: boolean): void => {
    const answer = oracle.ask(keys, direction, caps, whole);
    if (answer === undefined || answer === "unbounded") return;
    if (holds(riddle, answer)) note(seen, answer);
  };
  for (let before = asked.length + 1, now = left(); now.length < before && now.length > 0; now = left()) {
    before = now.length;
    ask(now, 1, false);
  }
  for (const key of left()) {
    for (const whole of [false, true]) {
      for (const direction of [1, -1] as const) if (isNarrow(demands.get(key), seen.get(key))) ask([key], direction, whole);
    }
  }
  return new Map(left().map((key) => [key, seen.get(key) ?? { least: 0, most: 0 }]));
}

function note(seen: Map<string, Bounds>, table: Answer): void {
  for (const [key, { least, most }] of seen) {
    const value = table.get(key) ?? 0;
    seen.set(key, { least: Math.min(least, value), most: Math.max(most, value) });
  }
}

/** No more is asked than what is enough in every case. */
function capOf(demand: Demand | undefined): number {
  return demand === undefined ? 0 : Math.max(demand.upper, demand.total + demand.width);
}

function isNarrow(demand: Demand | undefined, bounds: Bounds | undefined): boolean {
  return demand === undefined || bounds === undefined || bounds.most < demand.upper || bounds.most - bounds.least < demand.width;
}

/** Whether a table of whole numbers would really be published in the same way. */
function holds({ equations, floors, ceilings }: Riddle, table: Answer): boolean {
  const isBetween = [...table].every(
    ([key, value]) => Number.isSafeInteger(value) && value >= (floors.get(key) ?? 0) && value <= (ceilings?.get(key) ?? value),
  );
  return (
    isBetween &&
    equations.every(({ terms, rest }) => [...terms].reduce((sum, [key, value]) => sum + value * (table.get(key) ?? 0), 0) === rest)
  );
}

/** Millions of steps at most, from the true table. */
function inSteps(riddle: Riddle, amounts: ReadonlyMap<string, number>): Riddle {
  const greatest = Math.max(0, ...riddle.keys.map((key) => amounts.get(key) ?? Number.NEGATIVE_INFINITY));
  const step = 10 ** Math.max(0, Math.ceil(Math.log10(greatest / 1e6)));
  return step > 1 && riddle.keys.every((key) => amounts.has(key)) ? { ...riddle, origin: amounts, step } : riddle;
}

/** The hidden variables by what ties them together. */
function riddlesOf(published: Published): Riddle[] {
  const equations = equationsOf(published);
  const ofKey = new Map<string, Equation[]>();
  for (const equation of equations) {
    for (const key of equation.terms.keys()) ofKey.set(key, [...(ofKey.get(key) ?? []), equation]);
  }
  const done = new Set<string>();
  return [...published.totals].flatMap(([key, total]) => {
    if (total !== "hidden" || done.has(key)) return [];
    const [keys, found] = [new Set([key]), new Set<Equation>()];
    for (const one of keys) {
      done.add(one);
      for (const equation of ofKey.get(one) ?? []) {
        found.add(equation);
        for (const other of equation.terms.keys()) keys.add(other);
      }
    }
    const { floors, ceilings } = published;
    return [{ keys: [...keys].sort(), equations: [...found], floors, ...(ceilings && { ceilings }), origin: new Map(), step: 1 }];
  });
}
