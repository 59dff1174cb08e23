import { type Dashboard, eligiblesAuMoins, retenusBavards } from "../../dashboard/index.ts";
import type { Numbers, System } from "../../disclosure/index.ts";

type Vue = Pick<Dashboard, "date" | "systeme">;

/** What may not be published of what is kept, with its ceilings, lest it tell that a few parcours are not eligible; often nothing. */
export function sansRetenus(systeme: System, { date, systeme: { variables } }: Vue, seuil: number): { systeme: System; tus: string[] } {
  const tus = retenusBavards(variables, date, seuil);
  const sont = new Set(tus);
  const sans = systeme.variables.map((variable) => (sont.has(variable.key) ? { ...variable, unpublished: true } : variable));
  return { tus, systeme: tus.length > 0 ? { ...systeme, variables: sans } : systeme };
}

/** The same system, readers knowing the least number of eligible parcours from the sums they see. */
export function avecPlafonds({ variables, relations }: System, { date }: Vue, montres?: Numbers): System {
  const connus = new Set(variables.flatMap(({ key, known }) => (known ? [key] : [])));
  const publiables = new Set(variables.flatMap(({ key, unpublished }) => (unpublished ? [] : [key])));
  const moins = eligiblesAuMoins(variables, date, (cle) => connus.has(cle) || (montres ?? publiables).has(cle));
  const avec = (variable: (typeof variables)[number]): typeof variable => {
    const floor = moins.get(variable.key);
    return floor === undefined ? variable : { ...variable, floor: Math.max(floor, variable.floor ?? 0) };
  };
  return { variables: variables.map(avec), relations };
}
