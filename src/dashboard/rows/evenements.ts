import type { ParcoursConclu } from "../../dossier/faits.ts";
import { addDays, type Day, wholeMonths } from "../../words/dates.ts";
import { NON_CONNU } from "../definition/nomenclature.ts";

/** The last day of a parcours: the rupture, else the contract's end or the jury when it comes later; never before its conclusion. */
export function finParcours({ contrat, phases }: ParcoursConclu): Day {
  const terme = contrat.rupture?.le ?? latest(contrat.fin, phases.evaluation?.jury?.le);
  return latest(terme, contrat.conclu_le);
}

/** Whole months of the contract as signed, its last day counted in: from 1 September to 31 August is 12. */
export function dureeMois({ contrat }: ParcoursConclu): number {
  return wholeMonths(contrat.debut, addDays(contrat.fin, 1));
}

/** Whole months from the contract's first day to the rupture; one broken before it began has none. */
export function ancienneteMois({ contrat }: ParcoursConclu, rupture: Day): number {
  return Math.max(0, wholeMonths(contrat.debut, rupture));
}

/** The highest of the five phases begun by a day. */
export function phaseAtteinte({ contrat, phases }: ParcoursConclu, jour: Day): string {
  const debuts: [string, ...(Day | undefined)[]][] = [
    ["evaluation", phases.evaluation?.dossier_depose_le, phases.evaluation?.jury?.le],
    ["mise_en_oeuvre", contrat.debut],
    ["recevabilite", phases.recevabilite?.depot_le],
    ["accompagnement", phases.accompagnement?.debut],
    ["information", phases.information?.debut],
  ];
  const atteinte = debuts.find(([, ...debut]) => debut.some((day) => day !== undefined && day <= jour));
  return atteinte?.[0] ?? NON_CONNU;
}

/** What was known of the recevabilité on a day; a decision without date is taken as known since the file was lodged. */
export function recevabiliteAu({ phases }: ParcoursConclu, jour: Day): string {
  const { depot_le, decision, decision_le } = phases.recevabilite ?? {};
  const connue = decision_le ?? depot_le;
  if (decision !== undefined && (connue === undefined || connue <= jour)) return decision;
  return depot_le !== undefined && depot_le <= jour ? "deposee" : "non_deposee";
}

function latest(day: Day, other: Day | undefined): Day {
  return other !== undefined && other > day ? other : day;
}
