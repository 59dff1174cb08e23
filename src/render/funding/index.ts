import type { Funding } from "../../funding/funding.ts";
import type { Paiements, Prevision, Simulation } from "../../funding/index.ts";
import { comparisonCsv, comparisonJson, comparisonTable } from "./comparison.ts";
import { explainedCsv, fundingCsv } from "./csv.ts";
import { explainText } from "./explain.ts";
import { type Axe, groupesCsv, groupesJson, groupesTable } from "./groupes.ts";
import { explainedJson, fundingJson } from "./json.ts";
import { paiementsCsv } from "./paiements/csv.ts";
import { paiementsJson } from "./paiements/json.ts";
import { paiementsTable } from "./paiements/table.ts";
import { previsionsCsv } from "./prevision/csv.ts";
import { previsionsJson } from "./prevision/json.ts";
import { previsionsTable } from "./prevision/table.ts";
import { simulationCsv, simulationJson, simulationTable } from "./simulation.ts";
import { fundingTable } from "./table.ts";

export type { Axe } from "./groupes.ts";
export { fundingNotes } from "./notes.ts";

/** The same thing as a table for lines of `width` characters, as JSON and for a spreadsheet. */
type Renderers<T extends unknown[]> = {
  table: (...args: [...T, width: number]) => string;
  json: (...args: T) => string;
  csv: (...args: T) => string;
};

/** What `funding` can show; several fundings are the same one under each reading of the texts. */
export const renderers = {
  resultat: { table: fundingTable, json: fundingJson, csv: fundingCsv } satisfies Renderers<[Funding]>,
  explication: { table: explainText, json: explainedJson, csv: explainedCsv } satisfies Renderers<[Funding]>,
  lectures: { table: comparisonTable, json: comparisonJson, csv: comparisonCsv } satisfies Renderers<[readonly Funding[]]>,
  groupes: { table: groupesTable, json: groupesJson, csv: groupesCsv } satisfies Renderers<[Funding, Axe]>,
  paiements: { table: paiementsTable, json: paiementsJson, csv: paiementsCsv } satisfies Renderers<[Paiements]>,
  previsions: { table: previsionsTable, json: previsionsJson, csv: previsionsCsv } satisfies Renderers<[readonly Prevision[]]>,
  simulation: { table: simulationTable, json: simulationJson, csv: simulationCsv } satisfies Renderers<[Simulation]>,
};
