import type { Nomme } from "../dispositif/noms.ts";
import type { Day } from "../words/dates.ts";
import type { NomLecture } from "./lectures.ts";
import type { FinancementParcours } from "./parcours.ts";
import type { SansFinancement } from "./sans-financement.ts";
import type { Totaux } from "./totaux.ts";

export interface Funding {
  lecture: NomLecture;
  date: Day;
  parcours: FinancementParcours[];
  /** Parcours without a contract, of which there is nothing to finance yet. */
  nonConclus: number;
  /** Those of dispositifs that nobody pays by the parcours. */
  autres: SansFinancement[];
  /** The dispositifs whose contracts are financed. */
  dispositifs: readonly Nomme[];
  totaux: Totaux;
}
