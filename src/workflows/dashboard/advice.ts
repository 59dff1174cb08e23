import {
  avecDashboards,
  avecLesDeux,
  type Conseil,
  type Dashboard,
  type DashboardInput,
  type Montre,
  type Precedent,
  type Regroupement,
  type RegroupementPossible,
  regroupementsPossibles,
  type Vue,
} from "../../dashboard/index.ts";
import { type Shown, sensitiveCount, shownOf, type Thresholds } from "../../disclosure/index.ts";
import { UserError } from "../../errors.ts";
import { count } from "../../french.ts";
import type { Io } from "../../io.ts";
import { noteLeftOut } from "./input.ts";
import { publishSafely, type Recompute, type Safe } from "./secret.ts";

/**
 * How many regroupements are really protected, a try costing as much again for each earlier half-year: a count, not a time, so that
 * the same data always gets the same advice.
 */
const TRIED = 30;

/** How many are given: the others bring little. */
const LISTED = 10;

type Compute = (vue?: Vue) => Promise<Dashboard>;
type Secret = Thresholds & { strict?: true };

/**
 * Which categories, made one, would let more be published: each is tried on the whole dashboard, hidden and proved as for a
 * publication. Nothing is written.
 */
export function makeAdvice(
  input: DashboardInput,
  secret: Secret,
  precedents: readonly Precedent[],
  io: Pick<Io, "note">,
): Promise<Conseil> {
  return avecDashboards(input, async (compute) => {
    const dashboard = await compute();
    const { semestre, date, decoupage, sources } = dashboard;
    noteLeftOut(sources, io);
    const { tables, montre: avant } = await publish(dashboard, secret, precedents, recomputeWith(compute));
    const candidates = regroupementsPossibles(dashboard.publier(new Set()).tables).filter((one) => hides(tables, one));
    const possibles = await promising(candidates, dashboard, compute, secret);
    const tried = possibles.slice(0, Math.ceil(TRIED / (1 + precedents.length)));
    if (tried.length > 0) io.note(`Essai de ${count(tried.length, "regroupement")} sur ${possibles.length}…`);
    const useful: Conseil["regroupements"][number][] = [];
    for (const possible of tried) {
      const apres = await tryOut(possible, compute, secret, precedents);
      if (apres !== undefined && showsMore(apres, avant)) useful.push({ ...possible, apres });
    }
    useful.sort((a, b) => b.apres.cells.shown - a.apres.cells.shown || b.apres.persons.shown - a.apres.persons.shown);
    const known = { semestre, date, ...(decoupage && { decoupage }), secret };
    return { ...known, avant, possibles: possibles.length, essayes: tried.length, regroupements: useful.slice(0, LISTED) };
  });
}

interface Published {
  tables: Safe["publication"]["tables"];
  montre: Montre;
}

async function publish(dashboard: Dashboard, secret: Secret, precedents: readonly Precedent[], recompute: Recompute): Promise<Published> {
  const { publication, shown } = await publishSafely(dashboard, secret, precedents, recompute);
  return { tables: publication.tables, montre: shownOf(dashboard.systeme.variables, shown) };
}

/** Whether anything of the two is hidden: where nothing is, nothing is to be gained. */
function hides(tables: Published["tables"], { dimension, codes }: Regroupement): boolean {
  return tables.some(({ cellules }) => cellules.some((cellule) => cellule.secret && codes.includes(cellule.codes[dimension] ?? "")));
}

/** Undefined when no proof is found for it: nobody could publish it. */
async function tryOut(
  regroupement: Regroupement,
  compute: Compute,
  secret: Secret,
  precedents: readonly Precedent[],
): Promise<Montre | undefined> {
  try {
    return (await publish(await compute({ regroupement }), secret, precedents, recomputeWith(compute, regroupement))).montre;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** Earlier half-years were published with the categories apart; what both made is then a population that readers know of. */
function recomputeWith(compute: Compute, regroupement?: Regroupement): Recompute {
  return async ({ decoupage, ...earlier }) => {
    const vue = { ...earlier, selon: decoupage };
    const apart = await compute(vue);
    if (regroupement === undefined) return apart;
    return { ...apart, systeme: avecLesDeux(apart.systeme, (await compute({ ...vue, regroupement })).systeme, regroupement) };
  };
}

/**
 * Those that leave fewer small numbers, the most promising first. A number that is no longer small frees itself and, often, one that
 * was hidden for it; two made one is a number less to show.
 */
async function promising(
  candidates: readonly RegroupementPossible[],
  dashboard: Dashboard,
  compute: Compute,
  secret: Secret,
): Promise<RegroupementPossible[]> {
  const before = sizeOf(dashboard, secret);
  const ranked: { possible: RegroupementPossible; freed: number; gain: number }[] = [];
  for (const possible of candidates) {
    // What insiders know changes nothing of how small a number is.
    const after = sizeOf(await compute({ regroupement: possible, regionsPubliees: [] }), secret);
    const freed = before.sensitive - after.sensitive;
    if (freed > 0) ranked.push({ possible, freed, gain: 2 * freed - (before.cells - after.cells) });
  }
  return ranked.sort((a, b) => b.gain - a.gain || b.freed - a.freed).map(({ possible }) => possible);
}

function sizeOf({ systeme }: Dashboard, secret: Secret): { sensitive: number; cells: number } {
  return { sensitive: sensitiveCount(systeme, secret), cells: shownOf(systeme.variables, new Map()).cells.all };
}

/**
 * Cells become fewer as categories become one: fewer hidden ones prove nothing. A regroupement shows more when more numbers can be
 * read although there are fewer, or when as many count more persons, and none of the two is paid for by the other.
 */
function showsMore(after: Shown, before: Shown): boolean {
  const [cells, persons] = [after.cells.shown - before.cells.shown, after.persons.shown - before.persons.shown];
  return cells >= 0 && persons >= 0 && cells + persons > 0;
}
