import type { Definition } from "../definition/definition.ts";
import type { Indicateur } from "../definition/indicateur.ts";
import { fenetres } from "../definition/semestre.ts";
import type { Moteur } from "../engine/moteur.ts";
import type { DashboardInput } from "../input.ts";
import { indicateursPour } from "../regroupement/indicateurs.ts";
import { sqlDe } from "./sql.ts";
import { type Table, tableDe } from "./tables.ts";

/** Every table; those that are not wanted stay empty. */
export async function tablesDe(
  moteur: Moteur,
  definition: Definition,
  { selon, semestre, date, regroupement }: Pick<DashboardInput, "selon" | "semestre" | "date" | "regroupement">,
  domaines: readonly string[],
  estVoulue: (indicateur: Indicateur) => boolean = () => true,
): Promise<Table[]> {
  const tables: Table[] = [];
  for (const indicateur of indicateursPour(definition, selon, regroupement)) {
    const reponses = estVoulue(indicateur)
      ? await moteur.demander(sqlDe(definition, indicateur, fenetres(semestre, date), regroupement))
      : [];
    tables.push(tableDe(definition, indicateur, reponses, domaines, regroupement));
  }
  return tables;
}
