import type { Parcours } from "../generated/parcours.ts";
import type { Day } from "../words/dates.ts";
import { dispositifDe } from "./phases.ts";
import { vueAu } from "./vue.ts";

/** What was known of the recevabilité on a day; a decision that no day dates is known since the file was lodged. */
export function recevabiliteAu(parcours: Parcours, jour: Day): string {
  const vue = vueAu(jour, parcours, dispositifDe(parcours).parcours);
  const decision = vue("phases/recevabilite/decision")?.valeur;
  if (typeof decision === "string") return decision;
  return vue("phases/recevabilite/depot_le") === undefined ? "non_deposee" : "deposee";
}
