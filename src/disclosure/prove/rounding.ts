import { count } from "../../words/french.ts";
import { tooNarrow } from "./bounds.ts";
import type { Published } from "./equations.ts";
import { insidersOf, refusal, seenBy, whereOf } from "./insiders.ts";
import type { Shown } from "./rounding-dossier.ts";
import { known, type RoundedTruth } from "./rounding-reader.ts";

/** What is about to be written, against the truth. */
export interface RoundedDossier {
  variables: readonly RoundedTruth[];
  relations: Published["relations"];
  shown: readonly Shown[];
  /** Rates, each with the two published figures it is of. */
  rates: readonly { valeur: number | null; numerateur: { valeur: number | null }; denominateur: { valeur: number | null } }[];
  /** Counts shown by charts. */
  charted: readonly number[];
}

/** Every published count is a multiple of `base`, less than `reach` away from the truth. */
export interface RoundingRules {
  base: number;
  reach: number;
  persons: number;
}

/** What is wrong with a rounded publication. */
export interface Fault {
  key: string;
  table: string | undefined;
  how: "missing" | "exact" | "far" | "zero" | "sum" | "mean" | "rate" | "chart" | "deducible";
  /** Who could deduce it, when not any reader. */
  insider?: string;
}

/** All that is wrong with a publication whose counts are rounded. It states the rules again, for the code that rounds may be wrong. */
export async function auditRounding(dossier: RoundedDossier, rules: RoundingRules): Promise<Fault[]> {
  const faults = [...values(dossier, rules), ...sums(dossier), ...means(dossier), ...others(dossier, rules)];
  if (faults.length > 0) return faults;
  for (const insider of [undefined, ...insidersOf(dossier)]) {
    const seen = insider === undefined ? dossier : { ...dossier, variables: dossier.variables.map((truth) => seenBy(insider, truth)) };
    const found = (await deducible(seen, rules)).filter(({ key }) => !faults.some((one) => one.key === key));
    faults.push(...found.map((fault) => ({ ...fault, ...(insider && { insider }) })));
  }
  return faults;
}

/** @throws UserError that names the tables, unless the audit finds nothing: without proof, nothing is published. */
export async function proveRounding(dossier: RoundedDossier, rules: RoundingRules): Promise<void> {
  const faults = await auditRounding(dossier, rules);
  if (faults.length === 0) return;
  const where = whereOf(faults);
  const what = faults.some(({ how }) => how !== "deducible")
    ? `l'arrondi ${where} n'est pas celui qui est annoncé`
    : `${count(faults.length, "petit effectif", "petits effectifs")} ${where} ${faults.length > 1 ? "pourraient être retrouvés" : "pourrait être retrouvé"} malgré l'arrondi`;
  throw refusal(what, new Set(faults.map(({ insider }) => insider)), "Utilisez --secret suppression, et signalez ce cas.");
}

/** Each count is there, a multiple of the base, near enough, and zero if and only if nobody is there to be counted down to it. */
function values({ variables, shown }: RoundedDossier, { base, reach }: RoundingRules): Fault[] {
  const truths = new Map(variables.map((truth) => [truth.key, truth]));
  const seen = new Set(shown.map(({ cle }) => cle));
  const missing = variables.filter(({ key, kind, unpublished, known }) => kind !== "amount" && !unpublished && !known && !seen.has(key));
  const wrong = shown.flatMap(({ cle, valeur, table }): Fault[] => {
    const truth = truths.get(cle);
    if (truth?.kind === "amount") return [];
    const fault = (how: Fault["how"]): Fault[] => [{ key: cle, table, how }];
    if (truth === undefined || !Number.isInteger(valeur / base) || valeur < 0) return fault("exact");
    if (truth.total === 0 && valeur !== 0) return fault("zero");
    return Math.abs(valeur - truth.total) >= reach ? fault("far") : [];
  });
  return [...missing.map(({ key, table }): Fault => ({ key, table, how: "missing" })), ...wrong];
}

/** Wherever a number shows, it is the same; and every total of which all parts show is their sum. */
function sums({ variables, relations, shown }: RoundedDossier): Fault[] {
  const amounts = new Set(variables.filter(({ kind }) => kind === "amount").map(({ key }) => key));
  const seen = new Map<string, Shown>();
  const faults: Fault[] = [];
  for (const one of shown.filter(({ cle }) => !amounts.has(cle))) {
    if ((seen.get(one.cle) ?? one).valeur !== one.valeur) faults.push({ key: one.cle, table: one.table, how: "sum" });
    seen.set(one.cle, one);
  }
  const total = (keys: readonly string[]): number => keys.reduce((sum, key) => sum + (seen.get(key)?.valeur ?? 0), 0);
  for (const { left, right } of relations) {
    const [first] = left;
    if (first === undefined || ![...left, ...right].every((key) => seen.has(key))) continue;
    if (total(left) !== total(right)) faults.push({ key: first, table: seen.get(first)?.table, how: "sum" });
  }
  return faults;
}

/** A mean is the sum divided by the count that is published: with the true count, both would give it back. */
function means({ variables, shown }: RoundedDossier): Fault[] {
  const truths = new Map(variables.map((truth) => [truth.key, truth]));
  const counts = new Map(shown.map(({ cle, valeur }) => [cle, valeur]));
  return shown.flatMap(({ cle, valeur, table, sur }): Fault[] => {
    if (sur === undefined) return [];
    const expected = Math.round((truths.get(cle)?.total ?? Number.NaN) / (counts.get(sur) ?? Number.NaN)) / 100;
    return valeur === expected ? [] : [{ key: cle, table, how: "mean" }];
  });
}

/** Rates are those of the published figures, and charts show rounded counts. */
function others({ rates, charted }: RoundedDossier, { base }: RoundingRules): Fault[] {
  const wrong = rates.filter(({ valeur, numerateur, denominateur }) => {
    const expected = denominateur.valeur ? (numerateur.valeur ?? Number.NaN) / denominateur.valeur : null;
    return valeur !== null && valeur !== expected;
  });
  return [
    ...wrong.map((): Fault => ({ key: "taux", table: undefined, how: "rate" })),
    ...charted.filter((value) => !Number.isInteger(value / base)).map((): Fault => ({ key: "graphique", table: undefined, how: "chart" })),
  ];
}

/**
 * The small counts of which a reader who knows the rule, all sums, and what was published before would have the exact value, and had
 * not before. For each of the others there is another table of whole numbers that would be published in the same way.
 */
async function deducible(dossier: RoundedDossier, rules: RoundingRules): Promise<Fault[]> {
  const small = Math.max(rules.persons, rules.base);
  const secrets = dossier.variables.filter(
    ({ kind, total, known, theirs }) => kind !== "amount" && !known && !theirs && total > 0 && total < small,
  );
  const demands = new Map(secrets.map(({ key, total }) => [key, { total, upper: 0, width: 1 }]));
  const published = (shown: readonly Shown[]): Published => ({ ...known({ ...dossier, shown }, rules), relations: dossier.relations });
  const found = await tooNarrow(published(dossier.shown), demands, new Map());
  if (found.size === 0) return [];
  const asked = new Map([...demands].filter(([key]) => found.has(key)));
  const before = await tooNarrow(published([]), asked, new Map());
  return secrets.filter(({ key }) => found.has(key) && !before.has(key)).map(({ key, table }) => ({ key, table, how: "deducible" }));
}
