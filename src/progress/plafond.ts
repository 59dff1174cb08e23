import { isConclu, isRefuse } from "../dossier/faits.ts";
import type { Parcours } from "../generated/parcours.ts";
import { firstValue, reference, valueAt } from "../legal/index.ts";
import type { Day } from "../words/dates.ts";

/** Places under a ceiling: a contract takes one when it is concluded, and gives it back if the OPCO refuses to pay for it. */
export interface Places {
  conclus: number;
  refuses: number;
}

/** The places that some parcours hold on a day. */
export function places(parcours: readonly Parcours[], date: Day): Places {
  const conclus = parcours.filter(isConclu).filter(({ contrat }) => contrat.conclu_le <= date);
  return { conclus: conclus.length, refuses: conclus.filter((un) => isRefuse(un, date)).length };
}

/** What a dossier takes of the parcours that the whole experiment may count (décret 2023-408, art. 1). */
export interface PlafondNational {
  plafond: number;
  parcours: number;
  reference: string;
}

/** The national ceiling, and how much of it these parcours take: those of other porteurs are not known here. */
export function plafondNational(parcours: readonly Parcours[], date: Day): PlafondNational {
  const { conclus, refuses } = places(parcours, date);
  const { value, reference: source } = valueAt("plafond-national-parcours", firstValue("experimentation-debut"));
  return { plafond: value, parcours: conclus - refuses, reference: reference(source).titre };
}
