import { type Dashboard, enchainer, lireSemestre, type Parution, type Precedent } from "../dashboard/index.ts";
import { type Attribute, attributesOf, type Kept, keptOf, protect, prove, type Thresholds } from "../disclosure/index.ts";

/** Makes the dashboard of an earlier half-year again, from today's data. */
export type Recompute = (earlier: Pick<Dashboard, "semestre" | "date" | "decoupage">) => Promise<Dashboard>;

/**
 * What of a dashboard may be published, next to what was published before; proved on what it is about to give.
 * @throws UserError when the audit finds a secret in it.
 */
export async function publishSafely(
  dashboard: Dashboard,
  secret: Thresholds,
  precedents: readonly Precedent[],
  recompute: Recompute,
): Promise<{ publication: ReturnType<Dashboard["publier"]>; kept: Kept; attributes: Attribute[] }> {
  // What stayed inside an organisation is known to no reader.
  const published = precedents.filter(({ parametres }) => parametres.secret !== null);
  const earlier: Parution[] = [];
  for (const precedent of published) earlier.push(await parutionOf(precedent, recompute));
  const systeme = enchainer(dashboard, earlier);
  const publication = dashboard.publier(await protect(systeme, secret));
  const shown = new Set(dashboard.relire(publication).keys());
  await prove({ ...systeme, shown }, secret);
  return { publication, kept: keptOf(dashboard.systeme.variables, shown), attributes: attributesOf(publication.tables) };
}

async function parutionOf(precedent: Precedent, recompute: Recompute): Promise<Parution> {
  const { decoupage } = precedent.parametres;
  const again = await recompute({
    semestre: lireSemestre(precedent.semestre),
    date: precedent.date,
    ...(decoupage === "region" && { decoupage }),
  });
  const { semestre, date, arreteAu, systeme } = again;
  const figures = Object.entries(precedent.synthese).map(([id, valeur]) => ({ id, valeur }));
  return {
    semestre,
    date,
    arreteAu,
    systeme,
    vrais: again.relire(again.publier(new Set())),
    montres: again.relire({ tables: precedent.tables, figures }),
  };
}
