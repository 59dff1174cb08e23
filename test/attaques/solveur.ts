import loadHighs from "highs";

// Integer programs, asked of HiGHS and checked by hand: nothing here knows what the numbers are of.

/** Whole numbers between bounds, and sums that must hold: each is `constante` plus coefficients by column, and comes to zero. */
export interface Probleme {
  bornes: (readonly [bas: number, haut: number])[];
  sommes: { termes: ReadonlyMap<number, number>; constante: number }[];
}

/** What a column can be: the ends have been reached by whole numbers, or proved to be the last when `prouve`. */
export interface Intervalle {
  bas: number;
  haut: number;
  prouve: boolean;
}

const PATIENCE = 20;
// The types describe the CommonJS package; as an ES module, its default export is the loader itself.
const charger = loadHighs as unknown as typeof import("highs")["default"];

/** Whether whole numbers are a solution, in exact arithmetic. */
export function estSolution({ bornes, sommes }: Probleme, valeurs: readonly number[]): boolean {
  return (
    bornes.every(([bas, haut], rang) => Number.isInteger(valeurs[rang]) && bas <= (valeurs[rang] ?? 0) && (valeurs[rang] ?? 0) <= haut) &&
    sommes.every(
      ({ termes, constante }) => [...termes].reduce((total, [un, facteur]) => total + facteur * (valeurs[un] ?? 0), constante) === 0,
    )
  );
}

/** To the nearest, zero being one number. */
function entiers(valeurs: Float64Array): number[] {
  return [...valeurs].map((une) => Math.round(une) + 0);
}

/**
 * Between what and what each column named can be, no further than `suffit` asks. Each solution found is checked, and widens all columns
 * at once.
 */
export async function intervalles(
  probleme: Probleme,
  vises: readonly number[],
  suffit: (colonne: number, intervalle: Intervalle) => boolean,
): Promise<Map<number, Intervalle>> {
  const { bornes, sommes } = probleme;
  const highs = await charger();
  const model = highs.createModel();
  model.options.set({ output_flag: false, time_limit: PATIENCE, mip_rel_gap: 0, mip_abs_gap: 0.5, random_seed: 1 });
  model.addVars(
    bornes.map(([bas]) => bas),
    bornes.map(([, haut]) => haut),
  );
  for (const { termes, constante } of sommes)
    model.addRow(-constante, -constante, { indices: [...termes.keys()], values: [...termes.values()] });
  const trouves = new Map(vises.map((un) => [un, { bas: Number.POSITIVE_INFINITY, haut: Number.NEGATIVE_INFINITY, prouve: false }]));
  const apprendre = (valeurs: readonly number[]): void => {
    for (const [un, intervalle] of trouves) {
      intervalle.bas = Math.min(intervalle.bas, valeurs[un] ?? 0);
      intervalle.haut = Math.max(intervalle.haut, valeurs[un] ?? 0);
    }
  };
  const toutes = { kind: "range", from: 0, to: bornes.length - 1 } as const;
  const { optimal, infeasible } = highs.constants.modelStatus;
  /** The whole solution that goes furthest: whether it is known to be the furthest. */
  const aller = (couts: ReadonlyMap<number, number>): boolean => {
    for (const [un, cout] of couts) model.changeColCost(un, cout);
    let { modelStatus } = model.run();
    let valeurs = modelStatus === optimal ? entiers(model.getSolution().colValue) : [];
    if (modelStatus === optimal && !estSolution(probleme, valeurs)) {
      model.changeColsIntegrality(toutes, new Int32Array(bornes.length).fill(highs.constants.variableType.integer));
      ({ modelStatus } = model.run());
      valeurs = entiers(model.getSolution().colValue);
      model.clearIntegrality();
    }
    for (const un of couts.keys()) model.changeColCost(un, 0);
    if (modelStatus === infeasible) throw new Error("Ces sommes se contredisent.");
    if (!estSolution(probleme, valeurs)) return false;
    apprendre(valeurs);
    return modelStatus === optimal;
  };
  try {
    const restants = (): [number, Intervalle][] => [...trouves].filter(([un, intervalle]) => !suffit(un, intervalle));
    for (const sens of [1, -1]) aller(new Map(restants().map(([un]) => [un, sens])));
    for (const [un, intervalle] of trouves) {
      if (suffit(un, intervalle)) continue;
      const prouves = [1, -1].map((sens) => suffit(un, intervalle) || aller(new Map([[un, sens]])));
      intervalle.prouve = prouves.every(Boolean);
    }
  } finally {
    model.dispose();
  }
  return trouves;
}
