import { chiffrer } from "../dashboard/count/synthese.ts";
import { compteDesPersonnes } from "../dashboard/definition/indicateur.ts";
import { avecTableaux, type Tableaux, type Vue } from "../dashboard/etablir.ts";
import type { DashboardInput } from "../dashboard/input.ts";
import { type Esquisse, esquisser } from "./advice/esquisse.ts";
import { avecInities } from "./known/inities.ts";
import { seulsDe } from "./known/seuls.ts";
import { systemeComplet } from "./system/deductions.ts";
import type { Systeme } from "./system/systeme.ts";

/** A dashboard before anything is hidden, with all that its readers could find out. */
export interface Dashboard extends Tableaux {
  /** What the secrecy works on. */
  systeme: Systeme;
  /** The tables as a regroupement would make them, roughly. */
  esquisser(regroupement: NonNullable<Tableaux["regroupement"]>): Esquisse[];
}

/** Makes the dashboard of an earlier half-year again, from today's data. */
export type Recompute = (earlier: Pick<Dashboard, "semestre" | "date" | "decoupage" | "regroupement">) => Promise<Dashboard>;

export function computeDashboard(input: DashboardInput): Promise<Dashboard> {
  return avecDashboards(input, (etablir) => etablir());
}

/** Any number of dashboards of the same rows, for as long as `travail` runs. */
export function avecDashboards<T>(input: DashboardInput, travail: (etablir: (vue?: Vue) => Promise<Dashboard>) => Promise<T>): Promise<T> {
  return avecTableaux(input, (etablir) => travail(async (vue = {}) => dashboardDe(await etablir(vue), { ...input, ...vue })));
}

async function dashboardDe(tableaux: Tableaux, input: DashboardInput): Promise<Dashboard> {
  const { definition, tables, figures, regroupement, provenance, moteur, compter } = tableaux;
  const systeme = systemeComplet(definition, tables, figures, regroupement);
  const seuls = await seulsDe(definition, input, { provenance, moteur });
  return {
    ...tableaux,
    systeme: await avecInities(systeme, { definition, provenance, seuls }, async (un) => {
      const siennes = await compter(un, compteDesPersonnes);
      return systemeComplet(definition, siennes, chiffrer(definition, siennes, regroupement), regroupement);
    }),
    esquisser: (autre) => esquisser(definition, tables, autre),
  };
}
