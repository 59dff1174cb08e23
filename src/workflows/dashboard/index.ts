import { enteteDe, type Precedent, type TableauDeBord } from "../../dashboard/index.ts";
import { thresholdsAt } from "../../disclosure/index.ts";
import { version } from "../../generated/version.ts";
import type { Io } from "../../io.ts";
import { baseFor, computeDashboard, type Dashboard, type Methode, publish, type Recompute } from "../../secrecy/index.ts";
import { precedentsDe } from "./chaine.ts";
import { ouvrirConnus } from "./connus.ts";
import { openInput } from "./input.ts";
import { noteBefore, noteOtherwise, noteSafe } from "./notes.ts";
import type { DashboardOptions } from "./options.ts";

/** A dashboard that may be shown, and the records it was compared with. */
interface Made {
  report: TableauDeBord;
  precedents: Precedent[];
}

/** From paths to what may be shown: the cores are put together here, for none of them knows another. */
export async function makeDashboard(paths: readonly string[], options: DashboardOptions, io: Io): Promise<Made> {
  const { input, precedents: presents } = await openInput(paths, options, io);
  const premier = await computeDashboard(input);
  const precedents = precedentsDe(presents, premier, options);
  // Charts show the other half-years: when one is left out, they are drawn again.
  const isDrawn = presents.every((un) => un.semestre === premier.semestre.id || precedents.includes(un));
  const dashboard = isDrawn ? premier : await computeDashboard({ ...input, precedents });
  noteBefore(dashboard, precedents, options, io);
  const { identifiant, par_defaut } = input.dispositif;
  const known = { ...(par_defaut ? {} : { dispositif: identifiant }), ...enteteDe(dashboard), version };
  if (options.diffusion === "interne") return { report: { ...known, ...dashboard.publier(new Set()) }, precedents };
  return { report: { ...known, ...(await publicPart(dashboard, precedents, input, options, io)) }, precedents };
}

type PublicPart = Pick<TableauDeBord, "secret" | "revises" | keyof ReturnType<Dashboard["publier"]>>;

/** What may be published, and how it was made so. */
async function publicPart(
  dashboard: Dashboard,
  precedents: readonly Precedent[],
  input: Parameters<typeof computeDashboard>[0],
  options: DashboardOptions,
  io: Io,
): Promise<PublicPart> {
  noteOtherwise(dashboard, precedents, io);
  const again: Recompute = ({ decoupage, regroupement, ...earlier }) =>
    computeDashboard({ ...input, ...earlier, selon: decoupage, regroupement });
  const connues = await ouvrirConnus(options.connus ?? [], input, io);
  const safe = await publish(dashboard, methodeDe(options), precedents, again, connues);
  noteSafe(dashboard, safe, io);
  const { publication, secret, revisions } = safe;
  return {
    secret: { ...secret, ...(input.inites && { inites: input.inites }) },
    ...(revisions.size > 0 && { revises: [...revisions.keys()].sort() }),
    ...publication,
  };
}

function methodeDe({ date, seuil, secret, base, secretGroupes }: DashboardOptions): Methode {
  const thresholds = thresholdsAt(date, seuil);
  if (secret === "arrondi") return { ...thresholds, methode: "arrondi", base: baseFor(thresholds.persons, base) };
  return { ...thresholds, methode: "suppression", ...(secretGroupes && { groupes: true }) };
}
