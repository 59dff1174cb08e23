import { type Definition, definitionDuDispositif, dictionnaireDe, lireSemestre, requetes } from "../../dashboard/index.ts";
import { loadDossier } from "../../dossier/load.ts";
import { dictionaryMarkdown } from "../../render/dashboard/dictionary.ts";
import { nomme } from "./dispositif.ts";
import type { DashboardOptions } from "./options.ts";

/** The query of each table. */
export async function dashboardSql({ dispositif, semester, date, by }: DashboardOptions): Promise<string> {
  const queries = requetes(await definitionVoulue(dispositif), lireSemestre(semester), date, by);
  return queries.map(({ id, sql }) => `-- ${id}\n${sql}\n`).join("\n");
}

/** What the tables say and their codes. */
export async function dashboardDictionary({ dispositif }: DashboardOptions): Promise<string> {
  return dictionaryMarkdown(dictionnaireDe(await definitionVoulue(dispositif)));
}

async function definitionVoulue(nom: string | undefined): Promise<Definition> {
  const { catalogue } = await loadDossier([]);
  return definitionDuDispositif((await nomme(catalogue, nom)).dispositif);
}
