import type { Highs, Model } from "highs";
import { UserError } from "../../errors.ts";
import type { Equation } from "./equations.ts";

/** Hidden variables tied together, and all that a reader knows of them. */
export interface Riddle {
  keys: readonly string[];
  equations: readonly Equation[];
  floors: ReadonlyMap<string, number>;
  ceilings?: ReadonlyMap<string, number>;
  /** Large amounts are looked for at whole steps from a table that fits, lest the solver lose its footing. */
  origin: ReadonlyMap<string, number>;
  step: number;
}

/** A table that would be published in the same way. */
export type Answer = ReadonlyMap<string, number>;

export interface Oracle {
  /**
   * A table where the sum of the variables named is as great (1) or as small (-1) as can be, none of them above its cap. Whole numbers
   * if `whole`; undefined when there is none, `unbounded` when they may grow for ever.
   */
  ask(keys: readonly string[], direction: 1 | -1, caps: ReadonlyMap<string, number>, whole: boolean): Answer | "unbounded" | undefined;
  dispose(): void;
}

/** Seconds for one question. */
const PATIENCE = 60;

let loading: Promise<Highs> | undefined;

function loaded(): Promise<Highs> {
  loading ??= (async () => {
    // The types describe the CommonJS package; as an ES module, its default export is the loader itself.
    const { default: load } = (await import("highs")) as unknown as { default: typeof import("highs")["default"] };
    return load({ print: () => undefined, printErr: () => undefined });
  })();
  return loading;
}

export async function loadOracle(): Promise<(riddle: Riddle) => Oracle> {
  const highs = await loaded();
  return (riddle) => oracleOf(highs, riddle);
}

function oracleOf(highs: Highs, riddle: Riddle): Oracle {
  const { keys, floors, ceilings, origin, step } = riddle;
  const stepsTo = (key: string, value: number): number => (value - (origin.get(key) ?? 0)) / step;
  const least = (key: string): number => Math.ceil(stepsTo(key, floors.get(key) ?? 0));
  const most = (key: string): number => Math.floor(stepsTo(key, ceilings?.get(key) ?? highs.infinity));
  const columns = new Map(keys.map((key, column) => [key, column]));
  const model = highs.createModel();
  model.options.set({ output_flag: false, time_limit: PATIENCE, random_seed: 2 });
  for (const key of keys) model.addVar(least(key), most(key));
  for (const { terms, rest } of riddle.equations) {
    const entries = [...terms].map(([key, value]): [number, number] => [columns.get(key) ?? 0, value]);
    const left = [...terms].reduce((sum, [key, value]) => sum - value * (origin.get(key) ?? 0), rest) / step;
    model.addRow(left, left, { indices: entries.map(([column]) => column), values: entries.map(([, value]) => value) });
  }
  const { integer } = highs.constants.variableType;
  const every = { kind: "range", from: 0, to: keys.length - 1 } as const;
  return {
    ask: (asked, direction, caps, whole) => {
      const at = asked.flatMap((key) => columns.get(key) ?? []);
      const cap = (upper: (key: string) => number): void => {
        for (const key of asked) model.changeColBounds(columns.get(key) ?? 0, least(key), upper(key));
      };
      cap((key) => Math.min(most(key), Math.ceil(stepsTo(key, caps.get(key) ?? highs.infinity))));
      for (const column of at) model.changeColCost(column, -direction);
      if (whole) model.changeColsIntegrality(every, new Int32Array(keys.length).fill(integer));
      const answer = answerOf(highs, model, riddle);
      if (whole) model.clearIntegrality();
      for (const column of at) model.changeColCost(column, 0);
      cap(most);
      return answer;
    },
    dispose: () => {
      model.dispose();
    },
  };
}

function answerOf(highs: Highs, model: Model, { keys, origin, step }: Riddle): Answer | "unbounded" | undefined {
  const { optimal, infeasible, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
  model.zeroAllClocks();
  const { modelStatus } = model.run();
  if (modelStatus === infeasible) return undefined;
  if (modelStatus === unbounded || modelStatus === unboundedOrInfeasible) return "unbounded";
  const values = model.getSolution().colValue;
  if (modelStatus !== optimal || values.some((value) => !Number.isFinite(value))) {
    throw new UserError(
      `Rien n'a été écrit : le contrôle du secret statistique n'a pas abouti (état ${modelStatus} du solveur).`,
      "Relancez ; si le message revient, publiez moins de tableaux ou changez --seuil, et signalez ce cas.",
    );
  }
  return new Map(keys.map((key, column) => [key, (origin.get(key) ?? 0) + step * Math.round(values[column] ?? 0)]));
}
