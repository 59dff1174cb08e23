import { count } from "../../words/french.ts";
import { recomputable } from "./algebra.ts";
import { type Bounds, type Demand, tooNarrow } from "./bounds.ts";
import type { Published } from "./equations.ts";
import { type Insights, insidersOf, refusal, seenBy, whereOf } from "./insiders.ts";

/** The truth about a variable, and where it shows. */
interface Truth {
  key: string;
  kind: "persons" | "enterprises" | "certifications" | "amount";
  total: number;
  persons: number;
  contributors: number;
  enterprises: number;
  largest: number;
  unpublished: boolean;
  known?: boolean;
  floor?: number;
  /** Zero perhaps, but of a publication that is not out yet, or that hides zeros. */
  quiet?: boolean;
  /** To be kept as a small count is, though it is zero. */
  secret?: boolean;
  /** What is published with it. */
  block?: string;
  /** The table it shows in, for messages. */
  table?: string;
  /** By name of those who have a part of it themselves: how much, and whether they know that it is the whole. */
  insights?: Insights;
  /** No secret to the one who looks. */
  theirs?: boolean;
}

interface Rules {
  persons: number;
  enterprises: number;
  dominance: number;
}

/** What is about to be written, against the truth. */
interface Dossier {
  variables: readonly Truth[];
  relations: Published["relations"];
  /** The variables whose number is about to be written. */
  shown: ReadonlySet<string>;
  /** The blocks of which readers are told that a hidden number may be zero. */
  quiet?: ReadonlySet<string>;
}

/** A secret that a reader would have, and how. */
export interface Leak {
  key: string;
  table: string | undefined;
  how: "shown" | "recomputable" | "narrow";
  bounds?: Bounds;
  /** Who would have it, when not any reader. */
  insider?: string;
}

/**
 * Every secret that a reader of what is about to be written would have, and had not before: any reader, then who knows a part of the
 * persons counted, for they are their own. Rules are stated again here, for the code that hides may be wrong.
 */
export async function audit(dossier: Dossier, rules: Rules): Promise<Leak[]> {
  const leaks = await newLeaks(dossier, rules);
  for (const insider of insidersOf(dossier)) {
    const seen = { ...dossier, variables: dossier.variables.map((truth) => seenBy(insider, truth)) };
    leaks.push(
      ...(await newLeaks(seen, rules)).filter(({ key }) => !leaks.some((one) => one.key === key)).map((leak) => ({ ...leak, insider })),
    );
  }
  return leaks;
}

async function newLeaks(dossier: Dossier, rules: Rules): Promise<Leak[]> {
  const leaks = await leaksOf(dossier, rules);
  if (leaks.length === 0 || !dossier.variables.some(({ known }) => known)) return leaks;
  // Without what is about to be written, nothing says which numbers are zero.
  const isNews = (truth: Truth): boolean => !truth.known && truth.block !== undefined;
  const variables = dossier.variables.map((truth) => (isNews(truth) ? mayBeZero(truth) : truth));
  const before = new Set((await leaksOf({ ...dossier, variables, shown: new Set() }, rules)).map(({ key }) => key));
  return leaks.filter(({ key }) => !before.has(key));
}

async function leaksOf(given: Dossier, rules: Rules): Promise<Leak[]> {
  const dossier = { ...given, variables: withHiddenZeros(given) };
  const secrets = new Map(dossier.variables.filter((truth) => !isPublic(truth)).flatMap((truth) => demandOf(truth, rules)));
  const tables = new Map(dossier.variables.map(({ key, table }) => [key, table]));
  const published = publishedOf(dossier);
  const leak = (key: string, how: Leak["how"], bounds?: Bounds): Leak => ({ key, table: tables.get(key), how, ...(bounds && { bounds }) });
  const shown = [...dossier.shown].filter((key) => secrets.has(key)).map((key) => leak(key, "shown"));
  if (shown.length > 0) return shown;
  const found = [...recomputable(published)].filter((key) => secrets.has(key)).map((key) => leak(key, "recomputable"));
  const amounts = new Map(dossier.variables.filter(({ kind }) => kind === "amount").map(({ key, total }) => [key, total]));
  const narrow = await tooNarrow(published, new Map([...secrets].filter(([key]) => !found.some((one) => one.key === key))), amounts);
  return [...found, ...[...narrow].map(([key, bounds]) => leak(key, "narrow", bounds))];
}

const advice =
  "Essayez une autre valeur de --seuil, ou --diffusion interne pour un usage interne, et signalez ce cas : la protection aurait dû l'éviter.";

/** @throws UserError that names the tables, unless the audit finds nothing: without proof, nothing is published. */
export async function prove(dossier: Dossier, rules: Rules): Promise<void> {
  const leaks = await audit(dossier, rules);
  if (leaks.length === 0) return;
  const where = whereOf(leaks);
  const what = `${count(leaks.length, "petite valeur", "petites valeurs")} ${where} ${leaks.length > 1 ? "pourraient être retrouvées" : "pourrait être retrouvée"} à partir de ce qui serait publié`;
  throw refusal(what, new Set(leaks.map(({ insider }) => insider)), advice);
}

/** What nobody can hide: what is known already, and empty populations. */
function isPublic({ known, persons, total, quiet }: Truth): boolean {
  return known === true || (persons === 0 && total === 0 && !quiet);
}

function mayBeZero(truth: Truth): Truth {
  return { ...truth, floor: truth.floor ?? 0, quiet: true };
}

/** Readers who are told so cannot say of a hidden number that it is not zero, nor that one that is zero is. */
function withHiddenZeros({ variables, quiet }: Dossier): readonly Truth[] {
  return variables.map((truth) => (quiet?.has(truth.block ?? "") && !truth.known ? mayBeZero(truth) : truth));
}

function publishedOf({ variables, relations, shown }: Dossier): Published {
  const isKnown = (truth: Truth): boolean => isPublic(truth) || (!truth.unpublished && shown.has(truth.key));
  return {
    totals: new Map(variables.map((truth) => [truth.key, isKnown(truth) ? truth.total : "hidden"])),
    floors: new Map(variables.map(({ key, kind, unpublished, floor }) => [key, floor ?? (kind === "amount" || unpublished ? 0 : 1)])),
    relations,
  };
}

/** Insee's rules for what may be published, and how uncertain the rest must stay. Nothing for what may be published. */
function demandOf(truth: Truth, rules: Rules): [string, Demand][] {
  const { key, kind, total, persons, secret = false, theirs } = truth;
  if (theirs) return [];
  const demand = (upper: number, width: number): [string, Demand][] => [[key, { total, upper, width }]];
  if (kind === "persons") return (secret || total > 0) && total < rules.persons ? demand(rules.persons, rules.persons - 1) : [];
  if (kind === "enterprises") return total > 0 && total < rules.enterprises ? demand(rules.enterprises, rules.enterprises - 1) : [];
  if (persons === 0 || (persons >= rules.persons && !(kind === "amount" && isOfFew(truth, rules)))) return [];
  const margin = kind === "amount" ? Math.max(1, Math.ceil((1 - rules.dominance) * total)) : 1;
  return demand(total + margin, margin);
}

function isOfFew({ total, contributors, enterprises, largest }: Truth, rules: Rules): boolean {
  if (total === 0) return false;
  return contributors < rules.persons || enterprises < rules.enterprises || largest > rules.dominance * total;
}
