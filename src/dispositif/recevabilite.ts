import type { Parcours } from "../generated/parcours.ts";
import type { Day } from "../words/dates.ts";
import { dispositifDe } from "./phases.ts";
import { vueAu } from "./vue.ts";

/** What was known of the recevabilité on a day, as the dispositif says to tell it. */
export function recevabiliteAu(parcours: Parcours, jour: Day): string {
  return String(vueAu(jour, parcours, dispositifDe(parcours).parcours)("calcul/recevabilite")?.valeur ?? "");
}
