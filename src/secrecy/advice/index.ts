import { dire, type Precedent, type Vue } from "../../dashboard/index.ts";
import type { DashboardInput } from "../../dashboard/input.ts";
import { type Shown, shownOf, type Thresholds } from "../../disclosure/index.ts";
import { UserError } from "../../errors.ts";
import { avecDashboards, type Dashboard, type Recompute } from "../dashboard.ts";
import { publishSuppressed } from "../suppression.ts";
import type { Conseil, Montre } from "./conseil.ts";
import { searchRegroupements } from "./search.ts";

type Compute = (vue?: Vue) => Promise<Dashboard>;
/** What is said while it lasts: what is counted, then how many regroupements are tried of those compared. */
interface Suivi {
  commence(dashboard: Dashboard): void;
  essaie(essayes: number, compares: number): void;
}

type Secret = Thresholds & { groupes?: true };

/**
 * What to tell less apart for more to be published: many regroupements are compared by what they leave to hide at least, and the best
 * are tried on the whole dashboard, hidden and proved as for a publication. Nothing is written.
 */
export function makeAdvice(input: DashboardInput, secret: Secret, precedents: readonly Precedent[], suivi: Suivi): Promise<Conseil> {
  return avecDashboards(input, async (compute) => {
    const dashboard = await compute();
    const { semestre, date, decoupage } = dashboard;
    suivi.commence(dashboard);
    const known = { semestre, date, ...(decoupage && { decoupage }), secret };
    const avant = await tryOut(dashboard, secret, precedents, compute);
    if (avant.cells.shown === avant.cells.all) return { ...known, avant, compares: 0, essayes: 0, conseils: [] };
    const apart = dashboard.regroupement === undefined ? dashboard : await compute({ regroupement: undefined });
    const start = dashboard.regroupement ?? { reunions: [], sans: [] };
    const { regroupements, compared } = searchRegroupements(apart, start, secret);
    if (compared > 0) suivi.essaie(regroupements.length, compared);
    const conseils: Conseil["conseils"][number][] = [];
    for (const regroupement of regroupements) {
      const apres = await triedOut(await compute({ regroupement }), secret, precedents, compute);
      if (apres !== undefined && showsMore(apres, avant))
        conseils.push({ regroupement, dit: dire(dashboard.definition, regroupement), apres });
    }
    return { ...known, avant, compares: compared, essayes: regroupements.length, conseils };
  });
}

/** @throws UserError when no proof is found. */
async function tryOut(dashboard: Dashboard, secret: Secret, precedents: readonly Precedent[], compute: Compute): Promise<Montre> {
  const again: Recompute = ({ decoupage, regroupement, ...earlier }) => compute({ ...earlier, selon: decoupage, regroupement });
  const { shown } = await publishSuppressed(dashboard, secret, precedents, again);
  return shownOf(dashboard.systeme.variables, shown);
}

/** Undefined when no proof is found: nobody could publish it. */
async function triedOut(...given: Parameters<typeof tryOut>): Promise<Montre | undefined> {
  try {
    return await tryOut(...given);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/**
 * Cells become fewer as categories become one: fewer hidden ones prove nothing. A regroupement shows more when more numbers can be
 * read although there are fewer, or when as many count more persons, and none of the two is paid for by the other. Persons are
 * counted one by one and not as a share, for a table that goes without a dimension counts fewer of them.
 */
function showsMore(after: Shown, before: Shown): boolean {
  const [cells, persons] = [after.cells.shown - before.cells.shown, after.persons.shown - before.persons.shown];
  return cells >= 0 && persons >= 0 && cells + persons > 0;
}
