import { valueAt } from "../legal/index.ts";
import type { Day } from "../words/dates.ts";
import { type Part, partsOf } from "./hide/parts.ts";
import { isSensitive, needOf } from "./hide/primary.ts";
import { type Proposal, type Protection, quietly } from "./hide/quiet.ts";
import { suppress } from "./hide/suppression.ts";
import { type Insiders, insidersOf, viewsOf } from "./hide/views.ts";
import { widen } from "./hide/widen.ts";
import { loadSolver, type Solver } from "./solver.ts";
import type { System, Thresholds } from "./system.ts";

export { type Attribute, attributesOf, sensitiveOf, type Whole, withoutAttributes } from "./attributes.ts";
export { type Kept, keptOf, type Numbers, type Shown, shownOf } from "./kept.ts";
export { prove } from "./prove/index.ts";
export { proveRounding } from "./prove/rounding.ts";
export { proveDerived, proveFile, proveLines } from "./prove-file/index.ts";
export { roundCounts } from "./round/counts.ts";
export type { Insight, Relation, System, Thresholds, Variable } from "./system.ts";

/** The thresholds in force on the day of publication; `persons` is the person's choice when given. */
export function thresholdsAt(date: Day, persons: number = valueAt("secret-personnes", date).value): Thresholds {
  return { persons, enterprises: valueAt("secret-entreprises", date).value, dominance: valueAt("secret-dominance", date).value / 100 };
}

/** What is hidden at least, found without a solver and so in no time: enough to compare systems, not to publish one. */
export function suppressedOf({ variables, relations }: System, thresholds: Thresholds): Set<string> {
  return suppress(variables, relations, sensitiveKeys(variables, thresholds));
}

function sensitiveKeys(variables: System["variables"], thresholds: Thresholds): Set<string> {
  return new Set(variables.filter((variable) => isSensitive(variable, thresholds)).map(({ key }) => key));
}

/**
 * The variables that may not be published: the sensitive ones, and what would give them back. What it answers is a proposal, which
 * {@link prove} accepts or refuses.
 * @throws UserError when the solver gives up.
 */
export async function protect(system: System, thresholds: Thresholds): Promise<Protection> {
  const solver = await loadSolver();
  const solved = new Map<string, Proposal>();
  return quietly(system, (one) => proposal(one, thresholds, solver, solved));
}

/** `solved` has the parts that were done before, by what is in them: where only other zeros are hidden, nothing changes. */
function proposal(system: System, thresholds: Thresholds, solver: Solver, solved: Map<string, Proposal>): Proposal {
  const sensitive = sensitiveKeys(system.variables, thresholds);
  if (sensitive.size === 0) return { hidden: sensitive, lost: [] };
  const first = suppress(system.variables, system.relations, sensitive);
  const insiders = insidersOf(system);
  const parts = partsOf(system).map((part) => {
    const name = JSON.stringify(part.variables.map(({ key, quiet }) => [key, quiet]));
    const done = solved.get(name) ?? protectPart(part, first, sensitive, insiders, thresholds, solver);
    solved.set(name, done);
    return done;
  });
  return { hidden: new Set(parts.flatMap(({ hidden }) => [...hidden])), lost: parts.flatMap(({ lost }) => lost) };
}

function protectPart(
  part: Part,
  first: ReadonlySet<string>,
  sensitive: ReadonlySet<string>,
  insiders: Insiders,
  thresholds: Thresholds,
  solver: Solver,
): Proposal {
  const columns = part.variables.map((variable, column) => ({ variable, column }));
  const needs = new Map(
    columns.filter(({ variable }) => sensitive.has(variable.key)).map(({ variable, column }) => [column, needOf(variable, thresholds)]),
  );
  if (needs.size === 0) return { hidden: new Set(), lost: [] };
  const given = new Set(columns.filter(({ variable: { key, unpublished } }) => unpublished || first.has(key)).map(({ column }) => column));
  const { hidden, lost } = widen(part, given, viewsOf(part, needs, insiders), solver);
  return {
    hidden: new Set(columns.flatMap(({ variable: { key, unpublished }, column }) => (hidden.has(column) && !unpublished ? [key] : []))),
    lost: lost.flatMap((column) => part.variables[column] ?? []),
  };
}
