import type { DispositifResume, DispositifSheet } from "../../sheets/dispositifs/index.ts";
import { listMarkdown, sheetMarkdown } from "./markdown.ts";
import { listText, sheetText } from "./text.ts";

const json = (dispositifs: unknown): string => `${JSON.stringify({ format: "cpro/dispositifs/1", dispositifs }, null, 2)}\n`;

/** What each `--format` of `dispositifs` prints of all, and of one. */
export const renderers = {
  text: { liste: listText, un: sheetText },
  json: { liste: json, un: (sheet) => json([sheet]) },
  markdown: { liste: listMarkdown, un: sheetMarkdown },
} satisfies Record<
  string,
  { liste(resumes: readonly DispositifResume[], columns: number): string; un(sheet: DispositifSheet, columns: number): string }
>;
