import type { TableauDeBord } from "../dashboard/index.ts";
import type { Attribute, Numbers } from "../disclosure/index.ts";
import type { Dashboard } from "./dashboard.ts";
import type { Parution } from "./earlier/parution.ts";
import { chiffresRevises } from "./earlier/suite.ts";
import { idsDe } from "./system/zeros.ts";

/** What may be published, how it was made so, and what to say of it. */
export interface Safe {
  publication: ReturnType<Dashboard["publier"]>;
  shown: Numbers;
  secret: NonNullable<TableauDeBord["secret"]>;
  attributes: Attribute[];
  /** How many numbers published then today's data contradicts, by half-year, where there are any. */
  revisions: ReadonlyMap<string, number>;
  /** The groups all in one sensitive category that are kept from readers; absent when none is looked for. */
  withheld?: number;
}

export function revisionsDe(parutions: readonly Parution[]): Map<string, number> {
  const revisions = new Map<string, number>();
  for (const parution of parutions) {
    const combien = chiffresRevises(parution);
    if (combien > 0) revisions.set(parution.semestre.id, Math.max(combien, revisions.get(parution.semestre.id) ?? 0));
  }
  return revisions;
}

/** The tables and figures of a publication where some zeros are hidden, when there are any. */
export function zerosTus(
  { definition }: Pick<Dashboard, "definition">,
  quiet: ReadonlySet<string>,
  { tables, figures }: Safe["publication"],
): Pick<Safe["secret"], "zerosMasques"> {
  const parts = new Set([...tables, ...figures].map(({ id }) => id));
  const zerosMasques = idsDe(definition, quiet).filter((id) => parts.has(id));
  return zerosMasques.length > 0 ? { zerosMasques } : {};
}
