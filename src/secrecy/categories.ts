import { avecAnterieur, cleDe, type Fenetre } from "../dashboard/index.ts";
import { attributesOf, type System, sensitiveOf, type Whole, withoutAttributes } from "../disclosure/index.ts";
import type { Dashboard } from "./dashboard.ts";
import { blocsDe } from "./system/zeros.ts";

/** What else is a secret under --secret-groupes, and how many groups of the publication, shown or too small to be, it is about. */
interface Categories {
  systeme: System;
  /** Where a hidden number may be zero. */
  quiet: ReadonlySet<string>;
  groupes: number;
}

/** The dimensions that say of somebody what nobody should be able to say. */
export function sensiblesDe({ definition: { bilan } }: Pick<Dashboard, "definition">): readonly string[] {
  return bilan.sensibles?.dimensions ?? [];
}

/**
 * The system in which nothing says that all of a group, however small, are in the same category of a sensitive dimension; neither in the half-year, nor since the beginning, nor before the half-year.
 */
export function sansCategories(systeme: System, dashboard: Dashboard): Categories {
  const tables = tablesSensibles(dashboard);
  const quiet = blocsDe(
    dashboard.definition,
    tables.map(({ id }) => id),
  );
  const groupes = attributesOf(tables, sensiblesDe(dashboard));
  const publies = groupes.filter(({ mesure }) => mesure !== "anterieur");
  return {
    systeme: withoutAttributes(
      systeme,
      groupes.map((un) => entierDe(dashboard, un)),
      quiet,
    ),
    quiet,
    groupes: publies.length,
  };
}

/** The system of an earlier half-year, where what was kept of its groups then stays a secret; in the other tables, zeros told it. */
export function categoriesTues(dashboard: Dashboard, zerosTus: readonly string[]): Dashboard["systeme"] {
  const tables = tablesSensibles(dashboard).filter(({ id }) => zerosTus.includes(id));
  return withoutAttributes(
    dashboard.systeme,
    attributesOf(tables, sensiblesDe(dashboard)).map((un) => entierDe(dashboard, un)),
    new Set(),
  );
}

function tablesSensibles(dashboard: Dashboard): ReturnType<typeof avecAnterieur>[] {
  const { tables } = dashboard.publier(new Set());
  return tables.filter((table) => sensitiveOf(table, sensiblesDe(dashboard)) !== undefined).map(avecAnterieur);
}

function entierDe({ definition }: Dashboard, { table, mesure, group, category }: Groupe): Whole {
  return {
    group: cleDe(definition, table, { mesure, codes: group }),
    category: cleDe(definition, table, { mesure, codes: { ...group, ...category } }),
  };
}

type Groupe = ReturnType<typeof attributesOf<Fenetre>>[number];
