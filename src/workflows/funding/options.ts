import type { NomLecture } from "../../funding/lectures.ts";
import type { Axe } from "../../render/funding/index.ts";
import type { Day } from "../../words/dates.ts";

/** The first is the default. */
export const fundingFormats = ["table", "json", "csv", "xlsx"] as const;

export interface FundingOptions {
  format: (typeof fundingFormats)[number];
  lecture: NomLecture;
  parcours?: string[];
  by?: Axe;
  set?: string[];
  explain?: true;
  compareLectures?: true;
  paiements?: true;
  prevision?: true;
  date: Day;
  output?: string;
  force?: true;
}
