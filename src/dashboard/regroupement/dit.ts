import type { Definition } from "../definition/definition.ts";
import { dimension } from "../definition/nomenclature.ts";
import type { Mesure } from "../definition/semestre.ts";
import { categoriesDe, libelleReuni, type Regroupement } from "./index.ts";

/** A regroupement in words. */
export interface RegroupementDit {
  /** By dimension, the categories that are now one: what the one is called, and what they were. */
  dimensions: { libelle: string; reunies: { libelle: string; de: string[] }[] }[];
  sans: { table: string; libelle: string }[];
  /** The measures published, when they are not all. */
  mesures?: readonly Mesure[];
}

export function dire(definition: Definition, { reunions, sans, mesures }: Regroupement): RegroupementDit {
  const ids = [...new Set(reunions.map((une) => une.dimension))];
  return {
    dimensions: ids.map((id) => ({
      libelle: dimension(definition, id, []).libelle,
      reunies: reunions
        .filter((une) => une.dimension === id)
        .map((reunion) => ({
          libelle: libelleReuni(definition, reunion),
          de: categoriesDe(definition, reunion).map(({ libelle }) => libelle),
        })),
    })),
    sans: sans.map((un) => ({ table: un.table, libelle: dimension(definition, un.dimension, []).libelle })),
    ...(mesures?.length === 1 && { mesures }),
  };
}
