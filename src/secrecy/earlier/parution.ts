import type { DejaPublie } from "../../dashboard/index.ts";
import type { Dashboard } from "../dashboard.ts";
import { blocsDe } from "../system/zeros.ts";
import type { Parution } from "./suite.ts";

/** What readers have of a publication, next to what today's data would have shown: `again` is its dashboard, made again. */
export function parutionDe(
  { tables, figures, secret: { ecart, zeros_masques = [] } }: DejaPublie,
  { semestre, date, arreteAu, systeme, relire, publier }: Dashboard,
): Parution {
  const montres = relire({ tables, figures });
  const vrais = relire(publier(new Set(), ecart === undefined ? undefined : montres));
  return { semestre, date, arreteAu, systeme, vrais, montres, zerosTus: blocsDe(zeros_masques), ...(ecart && { ecart }) };
}
