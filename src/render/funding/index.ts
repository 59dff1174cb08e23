import type { Funding } from "../../funding/index.ts";
import { comparisonJson, comparisonTable } from "./comparison.ts";
import { explainText } from "./explain.ts";
import { explainedJson, fundingJson } from "./json.ts";
import { fundingTable } from "./table.ts";

export { fundingNotes } from "./notes.ts";

/** A text from one funding, or from one a reading when they are compared, for lines of `width` characters. */
type Renderer = (fundings: readonly Funding[], width: number) => string;

const each =
  (render: (funding: Funding, width: number) => string): Renderer =>
  (fundings, width) =>
    fundings.map((funding) => render(funding, width)).join("\n");

const renderers = {
  result: { table: each(fundingTable), json: each(fundingJson) },
  explain: { table: each(explainText), json: each(explainedJson) },
  compareLectures: { table: comparisonTable, json: comparisonJson },
} satisfies Record<string, Record<string, Renderer>>;

/** The renderer that the options of the command ask for. */
export function rendererOf({
  format,
  explain,
  compareLectures,
}: {
  format: "table" | "json";
  explain?: true;
  compareLectures?: true;
}): Renderer {
  return renderers[compareLectures ? "compareLectures" : explain ? "explain" : "result"][format];
}
