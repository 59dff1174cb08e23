import { type Definition, definitionDuDispositif, dictionnaireDe, lireSemestre, requetes } from "../../dashboard/index.ts";
import { catalogueIci } from "../../dispositif/propres/index.ts";
import type { Io } from "../../io.ts";
import { dictionaryMarkdown } from "../../render/dashboard/dictionary.ts";
import { nomme } from "./dispositif.ts";
import type { DashboardOptions } from "./options.ts";

/** The query of each table. */
export async function dashboardSql({ dispositif, semester, date, by }: DashboardOptions, io: Pick<Io, "dispositifs">): Promise<string> {
  const queries = requetes(await definitionVoulue(dispositif, io), lireSemestre(semester), date, by);
  return queries.map(({ id, sql }) => `-- ${id}\n${sql}\n`).join("\n");
}

/** What the tables say and their codes. */
export async function dashboardDictionary({ dispositif }: DashboardOptions, io: Pick<Io, "dispositifs">): Promise<string> {
  return dictionaryMarkdown(dictionnaireDe(await definitionVoulue(dispositif, io)));
}

async function definitionVoulue(nom: string | undefined, io: Pick<Io, "dispositifs">): Promise<Definition> {
  const catalogue = await catalogueIci(["."], io.dispositifs);
  return definitionDuDispositif((await nomme(catalogue, nom)).dispositif);
}
