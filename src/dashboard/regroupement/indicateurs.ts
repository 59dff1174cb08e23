import { type Decoupage, type Indicateur, indicateurs } from "../definition/indicators.ts";
import { type Regroupement, sansDimensions } from "./index.ts";

/** The tables to publish: those of every dashboard, and those broken down as asked. */
export function indicateursPour(selon: Decoupage | undefined, regroupement?: Regroupement): readonly Indicateur[] {
  return indicateurs.filter((un) => un.selon === undefined || un.selon === selon).map((un) => sansDimensions(un, regroupement));
}
