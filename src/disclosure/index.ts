import type { Day } from "../dates.ts";
import { UserError } from "../errors.ts";
import { count } from "../french.ts";
import { valueAt } from "../legal.ts";
import { recomputable } from "./audit.ts";
import { neighbours } from "./neighbours.ts";
import { isSensitive } from "./primary.ts";
import { isKnown, suppress } from "./suppression.ts";
import type { System, Thresholds, Variable } from "./system.ts";

export type { Relation, System, Variable } from "./system.ts";

/** The thresholds in force on the day of publication; `persons` is the person's choice when given. */
export function thresholdsAt(date: Day, persons: number = valueAt("secret-personnes", date).value): Thresholds {
  return { persons, enterprises: valueAt("secret-entreprises", date).value, dominance: valueAt("secret-dominance", date).value / 100 };
}

/**
 * The variables that may not be published: the sensitive ones, and what would give them back.
 * @throws UserError when the audit still finds one: without proof, nothing is published.
 */
export function protect(system: System, thresholds: Thresholds): Set<string> {
  const sensitive = new Set(system.variables.filter((variable) => isSensitive(variable, thresholds)).map(({ key }) => key));
  const hidden = suppress(system.variables, system.relations, sensitive);
  for (;;) {
    const found = audit(system, hidden);
    const given = [...found].filter((key) => sensitive.has(key));
    if (given.length === 0) break;
    const [next] = neighbours(system, hidden, found, given);
    if (next === undefined) throw refusal(given.length);
    hidden.add(next.key);
  }
  showWhatIsKnown(system, hidden);
  const given = [...audit(system, hidden)].filter((key) => sensitive.has(key));
  if (given.length > 0) throw refusal(given.length);
  return new Set(system.variables.filter(({ key, unpublished }) => hidden.has(key) && !unpublished).map(({ key }) => key));
}

/** All variables that a reader of what is not hidden can find again. */
function audit({ variables, relations }: System, hidden: ReadonlySet<string>): Set<string> {
  const isHidden = (variable: Variable): boolean => !isKnown(variable) && (variable.unpublished || hidden.has(variable.key));
  return recomputable({
    totals: new Map(variables.map((variable) => [variable.key, isHidden(variable) ? "hidden" : variable.total])),
    floors: new Map(variables.map(({ key, kind }) => [key, kind === "amount" ? 0 : 1])),
    relations,
  });
}

/** Hiding what a reader can find again protects nobody: none of it is sensitive here, and to print it tells nothing new. */
function showWhatIsKnown(system: System, hidden: Set<string>): void {
  for (const key of audit(system, hidden)) hidden.delete(key);
}

const advice = "Utilisez --diffusion interne pour un usage interne, et signalez ce cas : la protection aurait dû l'éviter.";

function refusal(leaks: number): UserError {
  const what = `${count(leaks, "valeur masquée pourrait être recalculée", "valeurs masquées pourraient être recalculées")} à partir des totaux publiés`;
  return new UserError(`Rien n'a été écrit : ${what}.`, advice);
}
