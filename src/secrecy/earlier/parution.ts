import { blocsDe, type Dashboard, type DejaPublie, type Parution } from "../../dashboard/index.ts";

/** What readers have of a publication, next to what today's data would have shown: `again` is its dashboard, made again. */
export function parutionDe(
  { tables, figures, secret: { ecart, zeros_masques = [] } }: DejaPublie,
  { semestre, date, arreteAu, systeme, relire, publier }: Dashboard,
): Parution {
  const montres = relire({ tables, figures });
  const vrais = relire(publier(new Set(), ecart === undefined ? undefined : montres));
  return { semestre, date, arreteAu, systeme, vrais, montres, zerosTus: blocsDe(zeros_masques), ...(ecart && { ecart }) };
}
