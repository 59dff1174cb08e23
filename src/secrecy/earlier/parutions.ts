import { type DejaPublie, lireSemestre, type Precedent, publieDuReleve } from "../../dashboard/index.ts";
import { categoriesTues } from "../categories.ts";
import type { Dashboard, Recompute } from "../dashboard.ts";
import { blocsDe } from "../system/zeros.ts";
import { enVues, type Vues } from "./en-vues.ts";

import type { Parution } from "./parution.ts";

/** What readers have of earlier half-years. */
export async function parutionsDe(precedents: readonly Precedent[], vues: Vues, recompute: Recompute, groupes?: true): Promise<Parution[]> {
  const parutions: Parution[] = [];
  for (const precedent of precedents) {
    // What stayed inside an organisation is known to no reader.
    if (precedent.parametres.secret === null) continue;
    parutions.push(await paruAvant(precedent, vues, recompute, groupes));
  }
  return parutions;
}

async function paruAvant(precedent: Precedent, vues: Vues, recompute: Recompute, groupes?: true): Promise<Parution> {
  const publie = publieDuReleve(precedent);
  const { decoupage, regroupement, secret } = publie;
  const alone = await recompute({
    semestre: lireSemestre(publie.semestre),
    date: publie.date,
    ...(decoupage && { decoupage }),
    ...(regroupement && { regroupement }),
  });
  const again = await enVues(alone, vues, recompute);
  return parutionDe(publie, groupes ? { ...again, systeme: categoriesTues(again, secret.zeros_masques ?? []) } : again);
}

/** What readers have of a publication, next to what today's data would have shown: `again` is its dashboard, made again. */
export function parutionDe(
  { tables, figures, secret: { ecart, zeros_masques = [] } }: DejaPublie,
  { definition, semestre, date, arreteAu, systeme, relire, publier }: Dashboard,
): Parution {
  const montres = relire({ tables, figures });
  const vrais = relire(publier(new Set(), ecart === undefined ? undefined : montres));
  return { semestre, date, arreteAu, systeme, vrais, montres, zerosTus: blocsDe(definition, zeros_masques), ...(ecart && { ecart }) };
}
