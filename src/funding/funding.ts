import type { Nomme } from "../dispositif/noms.ts";
import type { Day } from "../words/dates.ts";
import type { FinancementParBases } from "./bases/index.ts";
import type { NomLecture } from "./lectures.ts";
import type { FinancementParcours } from "./parcours.ts";
import type { Totaux } from "./totaux.ts";

export interface Funding {
  lecture: NomLecture;
  date: Day;
  parcours: FinancementParcours[];
  /** Parcours without a contract, of which there is nothing to finance yet. */
  nonConclus: number;
  /** Those of dispositifs where what is due does not go by contract year, or that nobody pays by the parcours. */
  autres: FinancementParBases[];
  /** Of these dispositifs, the parcours that have not entered yet. */
  nonEntres: number;
  /** The dispositifs whose contracts are financed. */
  dispositifs: readonly Nomme[];
  /** Of the contracts. */
  totaux: Totaux;
  /** Of all of them. */
  ensemble: Totaux;
}
