import { memesVues, type Precedent, relireEcrit, sontMemes } from "../../dashboard/index.ts";
import type { Dashboard, Recompute } from "../dashboard.ts";
import { avecAutresVues } from "./vues.ts";

/** The regroupements in which a dashboard and earlier ones are published, when they are not the same. */
export type Vues = readonly Dashboard["regroupement"][];

export function vuesDe({ regroupement }: Pick<Dashboard, "regroupement">, precedents: readonly Precedent[]): Vues {
  return memesVues([regroupement, ...precedents.map(({ parametres }) => relireEcrit(parametres.regroupement))]);
}

/**
 * A dashboard whose system says what all these regroupements would make of it. A half-year published by age and another by coarser ages
 * are then tied by all that readers know of both, so that neither gives away what the other hides.
 */
export async function enVues<D extends Dashboard>(dashboard: D, vues: Vues, recompute: Recompute): Promise<D> {
  const { semestre, date, decoupage, regroupement } = dashboard;
  const autres = vues.filter((vue) => !sontMemes(vue, regroupement));
  const refaits: Dashboard[] = [];
  for (const autre of autres)
    refaits.push(await recompute({ semestre, date, ...(decoupage && { decoupage }), ...(autre && { regroupement: autre }) }));
  return refaits.length === 0 ? dashboard : { ...dashboard, systeme: avecAutresVues(dashboard.definition, dashboard, refaits) };
}
