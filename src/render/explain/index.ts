import type { Sheets } from "../../sheets/explain.ts";
import { renderJson } from "./json.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderText } from "./text.ts";

/** What each `--format` of `explain` prints. */
export const renderers = { text: renderText, json: renderJson, markdown: renderMarkdown } satisfies Record<
  string,
  (sheets: Sheets) => string
>;
