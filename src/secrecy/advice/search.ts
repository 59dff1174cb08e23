import { type Regroupement, regroupementsPlusLarges } from "../../dashboard/index.ts";
import { type Shown, shownOf, suppressedOf, type Thresholds } from "../../disclosure/index.ts";
import type { Dashboard } from "../dashboard.ts";

/** What each step of a search may lose of the numbers and persons that can be read. */
type Stage = "step" | "start" | "further";

/** The regroupements worth being tried, those that leave the least hidden first, and how many were compared to find them. */
export interface Found {
  regroupements: Regroupement[];
  compared: number;
}

/** How much of the first estimate a regroupement may keep and still show as much: a proof hides less of what has fewer small numbers. */
const FURTHER = 0.95;

/**
 * Step by step from a regroupement, each step leaving the least hidden: first as long as no step loses a number or a person, then as
 * long as not less is read than at the start, then a little further, for what is only estimated here is known after a proof. An
 * estimate is a count, not a time: the same data always gets the same regroupements.
 */
export function searchRegroupements(dashboard: Dashboard, start: Regroupement, secret: Thresholds): Found {
  const { tables } = dashboard.publier(new Set());
  const estimate = estimateOf(dashboard, secret);
  const seen = new Set<string>();
  const first = { regroupement: start, shown: estimate(start) };
  const found: Regroupement[] = [];
  const next = (current: Step, stage: Stage): Step | undefined => {
    const steps = regroupementsPlusLarges(dashboard.definition, tables, current.regroupement).map((regroupement) => ({
      regroupement,
      shown: estimate(regroupement),
    }));
    for (const { regroupement } of steps) seen.add(JSON.stringify(regroupement));
    const least = leastOf(stage, first.shown, current.shown);
    const allowed = steps.filter(({ shown }) => shown.cells.shown >= least.cells && shown.persons.shown >= least.persons);
    const best = allowed.reduce((one, other) => (isBetter(other.shown, one.shown) ? other : one), current);
    return best === current ? undefined : best;
  };
  let current: Step = first;
  for (const stage of ["step", "start", "further"] as const) {
    const before = current;
    for (let step = next(current, stage); step !== undefined; step = next(current, stage)) current = step;
    if (current !== before) found.unshift(current.regroupement);
  }
  return { regroupements: found, compared: seen.size };
}

interface Step {
  regroupement: Regroupement;
  shown: Shown;
}

function leastOf(stage: Stage, start: Shown, now: Shown): { cells: number; persons: number } {
  const { cells, persons } = stage === "step" ? now : start;
  const share = stage === "further" ? FURTHER : 1;
  return { cells: cells.shown * share, persons: persons.shown * share };
}

/** Less hidden, or as little with more to read. */
function isBetter(one: Shown, other: Shown): boolean {
  const [left, leftOther] = [one, other].map(({ cells }) => cells.all - cells.shown) as [number, number];
  if (left !== leftOther) return left < leftOther;
  if (one.cells.shown !== other.cells.shown) return one.cells.shown > other.cells.shown;
  return one.persons.shown > other.persons.shown;
}

/** What could be read at most, each table protected by itself and without solver; what two regroupements make the same of is protected once. */
function estimateOf(dashboard: Dashboard, secret: Thresholds): (regroupement: Regroupement) => Shown {
  const known = new Map<string, Shown>();
  return (regroupement) => {
    const sum: Shown = { cells: { shown: 0, all: 0 }, persons: { shown: 0, all: 0 } };
    for (const { cle, systeme } of dashboard.esquisser(regroupement)) {
      const one = known.get(cle) ?? sketched(systeme(), secret);
      known.set(cle, one);
      for (const what of ["cells", "persons"] as const) {
        sum[what].shown += one[what].shown;
        sum[what].all += one[what].all;
      }
    }
    return sum;
  };
}

function sketched(systeme: Dashboard["systeme"], secret: Thresholds): Shown {
  const hidden = suppressedOf(systeme, secret);
  const shown = systeme.variables.filter(({ key, unpublished }) => !unpublished && !hidden.has(key));
  return shownOf(systeme.variables, new Map(shown.map(({ key, total }) => [key, total])));
}
