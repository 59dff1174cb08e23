import type { Derogation } from "../generated/parcours.ts";
import { formatDay } from "../words/dates.ts";
import { nearest } from "../words/suggest.ts";
import type { Finding } from "./rule.ts";

/** The id under which a derogation that changes nothing is reported; no rule can be asked for it. */
export const IDLE_DEROGATION = "derogation-sans-objet";

/** What a derogation makes of the finding it covers: an information that names it. */
export function derogated(finding: Finding, { motif, accordee_le, par }: Derogation): Finding {
  return { ...finding, severity: "info", hint: `Dérogation accordée le ${formatDay(accordee_le)} par ${par} : ${motif}` };
}

/** A derogation that covers no finding: the fault is gone, or its rule is not the right one. */
export function idleDerogation({ regle }: Derogation, index: number, ruleIds: readonly string[]): Finding {
  const at = ["derogations", index, "regle"];
  if (ruleIds.includes(regle)) {
    return {
      at,
      message: `La dérogation à la règle « ${regle} » ne sert à rien : ce fichier respecte cette règle.`,
      hint: "Retirez-la si elle n'a plus d'objet.",
    };
  }
  const meant = nearest(regle, ruleIds);
  const hint = meant === undefined ? "« cpro explain » donne la liste des règles." : `Vouliez-vous dire « ${meant} » ?`;
  return { at, message: `La dérogation nomme une règle inconnue : « ${regle} ».`, hint };
}
