import type { Numbers, System } from "../../disclosure/index.ts";
import type { Dashboard } from "../dashboard.ts";
import { eligiblesAuMoins } from "./eligibles.ts";

type Vue = Pick<Dashboard, "definition" | "date" | "systeme">;

/** A system, readers knowing the least number of eligible parcours from the sums they see. */
export function avecPlafonds({ variables, relations }: System, vue: Vue, montres?: Numbers): System {
  const connus = new Set(variables.flatMap(({ key, known }) => (known ? [key] : [])));
  const publiables = new Set(variables.flatMap(({ key, unpublished }) => (unpublished ? [] : [key])));
  const moins = eligiblesAuMoins(vue, variables, (cle) => connus.has(cle) || (montres ?? publiables).has(cle));
  const avec = (variable: (typeof variables)[number]): typeof variable => {
    const floor = moins.get(variable.key);
    return floor === undefined ? variable : { ...variable, floor: Math.max(floor, variable.floor ?? 0) };
  };
  return { variables: variables.map(avec), relations };
}
