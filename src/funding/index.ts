import type { Day } from "../dates.ts";
import { isConclu } from "../dossier/faits.ts";
import type { ParcoursDocument } from "../dossier/load.ts";
import { lectures, type NomLecture } from "./lectures.ts";
import { type FinancementParcours, financerParcours } from "./parcours.ts";
import { type Totaux, totaux } from "./totaux.ts";

export type { Amount } from "./amount.ts";
export { nomsDesComposantes } from "./composantes.ts";
export type { ForfaitAnnuel } from "./forfait.ts";
export { lectures, type NomLecture, nomsDesLectures } from "./lectures.ts";
export type { FinancementParcours } from "./parcours.ts";
export type { Totaux } from "./totaux.ts";

interface FundingInput {
  parcours: readonly ParcoursDocument[];
  /** For the file of a parcours, the ids of the rules that make it ineligible. */
  motifs: ReadonlyMap<string, readonly string[]>;
  /** The day that cash is counted on. */
  date: Day;
  lecture: NomLecture;
}

export interface Funding {
  lecture: NomLecture;
  date: Day;
  parcours: FinancementParcours[];
  /** Parcours without a contract, of which there is nothing to finance yet. */
  nonConclus: number;
  totaux: Totaux;
}

/** What the OPCO pays for each concluded contract, under one reading of the texts. */
export function computeFunding({ parcours, motifs, date, lecture }: FundingInput): Funding {
  const results: FinancementParcours[] = [];
  for (const { file, data } of parcours) {
    if (isConclu(data)) results.push(financerParcours(data, motifs.get(file) ?? [], date, lectures[lecture]));
  }
  return { lecture, date, parcours: results, nonConclus: parcours.length - results.length, totaux: totaux(results) };
}
