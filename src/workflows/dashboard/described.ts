import { dictionnaireDe, lireSemestre, requetes } from "../../dashboard/index.ts";
import { dictionaryMarkdown } from "../../render/dashboard/dictionary.ts";
import { definitionVoulue } from "./dispositif.ts";
import type { DashboardOptions } from "./options.ts";

/** The query of each table. */
export function dashboardSql({ semester, date, by }: DashboardOptions): string {
  const queries = requetes(definitionVoulue(), lireSemestre(semester), date, by);
  return queries.map(({ id, sql }) => `-- ${id}\n${sql}\n`).join("\n");
}

/** What the tables say and their codes. */
export function dashboardDictionary(): string {
  return dictionaryMarkdown(dictionnaireDe(definitionVoulue()));
}
