import { UserError } from "../../errors.ts";
import { list } from "../../words/french.ts";

/** By name of those who have a part of a number themselves: how much, and whether they know that it is the whole. */
export type Insights = ReadonlyMap<string, { own: number; whole?: boolean }>;

interface Truth {
  total: number;
  known?: boolean;
  floor?: number;
  theirs?: boolean;
  insights?: Insights;
}

/** All who have a part of what is counted. */
export function insidersOf({ variables }: { variables: readonly Truth[] }): string[] {
  return [...new Set(variables.flatMap(({ insights }) => [...(insights?.keys() ?? [])]))].sort();
}

/**
 * A number as one of them knows it: for sure where they know that all of it is theirs, otherwise that it is no less than their part.
 * What is all theirs is no secret to them, even where they cannot be sure of it.
 */
export function seenBy<T extends Truth>(insider: string, truth: T): T {
  const insight = truth.insights?.get(insider);
  if (insight === undefined) return truth;
  if (insight.whole) return { ...truth, known: true };
  if (insight.own === 0) return truth;
  return { ...truth, floor: Math.max(truth.floor ?? 0, insight.own), theirs: insight.own === truth.total };
}

/** « du tableau B1 », « des tableaux B1, Synthèse »: where something was found. */
export function whereOf(found: readonly { table: string | undefined }[]): string {
  const tables = [...new Set(found.map(({ table }) => table ?? "Synthèse"))].sort();
  return tables.length === 1 ? `du tableau ${tables[0]}` : `des tableaux ${tables.join(", ")}`;
}

/** Why nothing is written: what could be found, and by whom, where not by any reader; `advice` is what to do against any reader. */
export function refusal(what: string, insiders: ReadonlySet<string | undefined>, advice: string): UserError {
  const names = [...insiders].flatMap((name) => name ?? []).sort();
  if (names.length === 0 || insiders.has(undefined)) return new UserError(`Rien n'a été écrit : ${what}.`, advice);
  const who =
    names.length === 1
      ? `le porteur ${list(names, "et")}, seul dans une région et qui connaît ses propres parcours`
      : `les porteurs ${list(names, "et")}, chacun seul dans une région et qui connaissent leurs propres parcours`;
  return new UserError(
    `Rien n'a été écrit : ${what}, par ${who}.`,
    "Retirez --by region, et signalez ce cas : la protection aurait dû l'éviter.",
  );
}
