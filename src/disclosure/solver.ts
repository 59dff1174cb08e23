import type { Highs, Model } from "highs";
import { UserError } from "../errors.ts";

/** Amounts of variables that satisfy `rows` (each sums to zero) within bounds. */
export interface Program {
  setBounds(column: number, lower: number, upper: number): void;
  setCosts(costs: Float64Array): void;
  setCost(column: number, cost: number): void;
  /**
   * The cheapest point; undefined when there is none. A point in fractions is given as it is if `any` will do; otherwise whole numbers are
   * sought, which takes long: always, or only if the function says of the point in fractions that it is worth it.
   */
  solve(numbers: "any" | "whole" | ((found: Float64Array) => boolean)): Float64Array | undefined;
  dispose(): void;
}

export interface Column {
  lower: number;
  upper: number;
}

/** Coefficients by column. */
export type Row = ReadonlyMap<number, number>;

/** `changing` is what changes from one question to the next: the last answer is then a good start. */
export type Solver = (columns: readonly Column[], rows: readonly Row[], changing: keyof typeof SIMPLEX) => Program;

/** Past this many seconds for one question, no answer will be trusted. */
const PATIENCE = 120;

/** By their numbers in HiGHS, the simplex that stays at its last answer when costs change (the primal) or bounds do (the dual). */
const SIMPLEX = { costs: 4, bounds: 1 };

const ADVICE = "Relancez avec moins de tableaux ou une autre valeur de --seuil, ou utilisez --diffusion interne pour un usage interne.";

let loading: Promise<Highs> | undefined;

function loaded(): Promise<Highs> {
  loading ??= (async () => {
    // The types describe the CommonJS package; as an ES module, its default export is the loader itself.
    const { default: load } = (await import("highs")) as unknown as { default: typeof import("highs")["default"] };
    return load({ print: () => undefined, printErr: () => undefined });
  })();
  return loading;
}

/** HiGHS, loaded when first needed. */
export async function loadSolver(): Promise<Solver> {
  const highs = await loaded();
  return (columns, rows, changing) => programOf(highs, columns, rows, SIMPLEX[changing]);
}

function programOf(highs: Highs, columns: readonly Column[], rows: readonly Row[], strategy: number): Program {
  const model = highs.createModel(dataOf(highs, columns, rows));
  // Presolve would throw the last answer away.
  const simplex = { presolve: "off", simplex_strategy: strategy, simplex_scale_strategy: 0 };
  model.options.set({ output_flag: false, time_limit: PATIENCE, mip_rel_gap: 0.02, random_seed: 1, ...simplex });
  const all = { kind: "range", from: 0, to: columns.length - 1 } as const;
  return {
    setBounds: (column, lower, upper) => {
      model.changeColBounds(column, lower, upper);
    },
    setCost: (column, cost) => {
      model.changeColCost(column, cost);
    },
    setCosts: (costs) => {
      model.changeColsCost(all, costs);
    },
    solve: (numbers) => {
      const found = run(highs, model);
      if (found === undefined || isWhole(found)) return found?.map(Math.round);
      if (numbers === "any") return found;
      if (numbers !== "whole" && !numbers(found)) return undefined;
      model.changeColsIntegrality(all, new Int32Array(columns.length).fill(highs.constants.variableType.integer));
      model.options.set({ presolve: "on" });
      const whole = run(highs, model);
      model.clearIntegrality();
      model.options.set({ presolve: "off" });
      return whole?.map(Math.round);
    },
    dispose: () => {
      model.dispose();
    },
  };
}

function run(highs: Highs, model: Model): Float64Array | undefined {
  const { optimal, infeasible } = highs.constants.modelStatus;
  model.zeroAllClocks();
  const { modelStatus } = model.run();
  if (modelStatus === infeasible) return undefined;
  if (modelStatus !== optimal)
    throw new UserError(`Rien n'a été écrit : le calcul du secret statistique s'est arrêté (état ${modelStatus} du solveur).`, ADVICE);
  return Float64Array.from(model.getSolution().colValue);
}

/** Whether rounding would change nothing but the noise of floating point. */
function isWhole(values: Float64Array): boolean {
  return values.every((value) => Math.abs(value - Math.round(value)) <= 1e-6 * Math.max(1, Math.abs(value)));
}

function dataOf(highs: Highs, columns: readonly Column[], rows: readonly Row[]): Parameters<Highs["createModel"]>[0] {
  const entries = rows.map((row) => [...row]);
  const starts = [0];
  for (const row of entries) starts.push((starts.at(-1) ?? 0) + row.length);
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.minimize,
    colCost: new Float64Array(columns.length),
    colLower: Float64Array.from(columns, ({ lower }) => lower),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(entries.flatMap((row) => row.map(([column]) => column))),
      values: Float64Array.from(entries.flatMap((row) => row.map(([, value]) => value))),
    },
  };
}
