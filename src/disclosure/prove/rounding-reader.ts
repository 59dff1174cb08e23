import type { Published } from "./equations.ts";
import type { Insights } from "./insiders.ts";
import type { Shown } from "./rounding-dossier.ts";

/** The truth about a variable, where it shows, and what earlier publications said of it. */
export interface RoundedTruth {
  key: string;
  kind: "persons" | "enterprises" | "certifications" | "amount";
  total: number;
  persons: number;
  unpublished: boolean;
  /** Its exact number was published before. */
  known?: boolean;
  floor?: number;
  ceiling?: number;
  /** For an amount, the count of the persons it is of. */
  sur?: string;
  table?: string;
  /** What some readers have of it themselves, and whether it is no secret to the one who looks. */
  insights?: Insights;
  theirs?: boolean;
}

interface Dossier {
  variables: readonly RoundedTruth[];
  relations: Published["relations"];
  shown: readonly Shown[];
}

interface Rules {
  base: number;
  reach: number;
  persons: number;
}

type Range = readonly [least: number, most: number];

/** What a reader knows of each count: a number published before, or between which numbers it is. */
export function known({ variables, relations, shown }: Dossier, rules: Rules): Omit<Published, "relations"> {
  const counts = variables.filter(({ kind }) => kind !== "amount");
  const ranges = new Map(counts.map(({ key, floor = 0, ceiling = Number.POSITIVE_INFINITY }): [string, Range] => [key, [floor, ceiling]]));
  const truths = new Map(counts.map((truth) => [truth.key, truth.total]));
  const learn = (key: string, [least, most]: Range): void => {
    const [low, high] = ranges.get(key) ?? [0, Number.POSITIVE_INFINITY];
    if (truths.has(key)) ranges.set(key, [Math.max(low, least), Math.min(high, most)]);
  };
  for (const [key, value] of withImplied(relations, shown)) learn(key, around(value, truths.get(key) ?? value, rules));
  if (shown.length > 0) for (const [key, range] of fromAmounts(variables, truths, shown, rules)) learn(key, range);
  return {
    totals: new Map(counts.map((truth) => [truth.key, truth.known ? truth.total : "hidden"])),
    floors: new Map([...ranges].map(([key, [least]]) => [key, least])),
    ceilings: new Map([...ranges].map(([key, [, most]]) => [key, most])),
  };
}

/** Published counts, and those that they give by a sum: whoever knows the method knows that these are rounded too. */
function withImplied(relations: Dossier["relations"], shown: readonly Shown[]): Map<string, number> {
  const values = new Map(shown.filter(({ sur }) => sur === undefined).map(({ cle, valeur }) => [cle, valeur]));
  for (const { left, right } of relations) {
    const unknown = [...left, ...right].filter((key) => !values.has(key));
    const [key] = unknown;
    if (key === undefined || unknown.length > 1) continue;
    const total = (keys: readonly string[]): number => keys.reduce((sum, one) => sum + (values.get(one) ?? 0), 0);
    values.set(key, left.includes(key) ? total(right) - total(left) : total(left) - total(right));
  }
  return values;
}

/** As near as the rule says; the few that had to go farther are given away by nothing, but this supposes that a reader knows them. */
function around(value: number, truth: number, { base, reach }: Rules): Range {
  const distance = Math.abs(value - truth);
  if (distance >= reach) return [0, Number.POSITIVE_INFINITY];
  const most = (distance < base ? base : reach) - 1;
  return [value - most, value + most];
}

/** Amounts are shown or hidden for what they are: a shown one is of many persons, a hidden one of somebody, an empty one of nobody. */
function fromAmounts(
  variables: readonly RoundedTruth[],
  truths: ReadonlyMap<string, number>,
  shown: readonly Shown[],
  { persons }: Rules,
): [string, Range][] {
  const seen = new Set(shown.map(({ cle }) => cle));
  return variables.flatMap((amount): [string, Range][] => {
    const { key, kind, sur = "", total, unpublished } = amount;
    const truth = truths.get(sur);
    if (kind !== "amount" || truth === undefined || unpublished) return [];
    if (amount.persons === 0 || (truth === 0 && seen.has(key))) return [[sur, [0, 0]]];
    if (truth === 0) return [];
    return [[sur, [(seen.has(key) || amount.known) && total > 0 ? persons : 1, Number.POSITIVE_INFINITY]]];
  });
}
