import { expect, test, vi } from "vitest";
import { protect, prove, proveRounding, roundCounts } from "../../src/disclosure/index.ts";
import { UserError } from "../../src/errors.ts";
import { tableau } from "./tableaux.ts";

/** A solver that never gets to the end. */
vi.mock("highs", () => {
  const etat = { timeLimit: 13 };
  const model = new Proxy(
    {},
    { get: (_, nom) => (nom === "options" ? { set: () => 0 } : () => ({ modelStatus: etat.timeLimit, colValue: [] })) },
  );
  const constants = {
    modelStatus: { optimal: 7, infeasible: 8, unbounded: 10, unboundedOrInfeasible: 9 },
    objectiveSense: { minimize: 1 },
    variableType: { integer: 1 },
  };
  return { default: async () => ({ constants, infinity: Number.POSITIVE_INFINITY, createModel: () => model }) };
});

const systeme = tableau([
  [2, 9],
  [8, 12],
]);
const seuils = { persons: 5, enterprises: 3, dominance: 0.85 };

test("un solveur qui n'aboutit pas n'est pas une permission de publier", async () => {
  await expect(protect(systeme, seuils)).rejects.toThrow(UserError);
  const montres = new Set(["T"]);
  await expect(prove({ ...systeme, shown: montres }, seuils)).rejects.toThrow(/Rien n'a été écrit.*n'a pas abouti/);
  await expect(roundCounts(systeme, 5, new Map())).rejects.toThrow(UserError);
  const arrondis = {
    ...systeme,
    shown: [],
    rates: [],
    charted: [],
    variables: systeme.variables.map((une) => ({ ...une, unpublished: true })),
  };
  await expect(proveRounding(arrondis, { base: 5, reach: 5, persons: 5 })).rejects.toThrow(/Rien n'a été écrit.*n'a pas abouti/);
});

test("un petit effectif montré est refusé sans solveur, avec le nom du tableau et ce qu'il faut faire", async () => {
  const variables = systeme.variables.map((variable) => ({ ...variable, table: "B1" }));
  const montres = new Set(variables.map(({ key }) => key));
  const refus = prove({ ...systeme, variables, shown: montres }, seuils);
  await expect(refus).rejects.toThrow("1 petite valeur du tableau B1 pourrait être retrouvée");
  await expect(refus).rejects.toMatchObject({ advice: expect.stringContaining("--seuil") });
});
