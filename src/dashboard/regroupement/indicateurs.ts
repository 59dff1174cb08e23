import type { Decoupage } from "../../dispositif/bilan.ts";
import type { Definition } from "../definition/definition.ts";
import type { Indicateur } from "../definition/indicateur.ts";
import { type Regroupement, sansDimensions } from "./index.ts";

/** The tables to publish: those of every dashboard, and those broken down as asked. */
export function indicateursPour(definition: Definition, selon: Decoupage | undefined, regroupement?: Regroupement): readonly Indicateur[] {
  return definition.indicateurs
    .filter((un) => un.selon === undefined || un.selon === selon)
    .map((un) => sansDimensions(definition, un, regroupement));
}
