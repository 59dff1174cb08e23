import type { Relation, System, Variable } from "./system.ts";

/** What a table publishes, by the codes of its dimensions; `ensemble` on margins. */
interface PublishedTable<M extends string> {
  id: string;
  dimensions: readonly { id: string }[];
  cellules: readonly { mesure: M; codes: Readonly<Record<string, string>>; valeur: number | null }[];
}

/** A published group of which all are in one category: whoever knows that a person is in the group knows it of them. */
export interface Attribute<M extends string = string> {
  table: string;
  mesure: M;
  /** The group, by the codes that are not margins, and the category. */
  group: Readonly<Record<string, string>>;
  category: Readonly<Record<string, string>>;
  persons: number;
}

export const MARGIN = "ensemble";

/** Every group, smaller than the whole table, that is all in one category of a sensitive dimension: what nobody should be able to say of somebody. */
export function attributesOf<M extends string>(tables: readonly PublishedTable<M>[], sensitive: readonly string[]): Attribute<M>[] {
  return tables.flatMap((table) => {
    const dimension = sensitiveOf(table, sensitive);
    return dimension === undefined ? [] : groupsOf(table, dimension);
  });
}

/** The dimension of a table that says something of somebody. */
export function sensitiveOf({ dimensions }: { dimensions: readonly { id: string }[] }, sensitive: readonly string[]): string | undefined {
  return dimensions.find(({ id }) => sensitive.includes(id))?.id;
}

function groupsOf<M extends string>({ id, cellules }: PublishedTable<M>, dimension: string): Attribute<M>[] {
  const nameOf = (mesure: string, codes: Readonly<Record<string, string>>): string =>
    JSON.stringify([mesure, Object.entries({ ...codes, [dimension]: MARGIN }).sort()]);
  const totals = new Map(
    cellules.filter(({ codes }) => codes[dimension] === MARGIN).map(({ mesure, codes, valeur }) => [nameOf(mesure, codes), valeur]),
  );
  return cellules.flatMap(({ mesure, codes, valeur }) => {
    const { [dimension]: code = MARGIN, ...others } = codes;
    const isGroup = code !== MARGIN && Object.values(others).some((other) => other !== MARGIN);
    if (!isGroup || !valeur || totals.get(nameOf(mesure, codes)) !== valeur) return [];
    return [{ table: id, mesure, group: others, category: { [dimension]: code }, persons: valeur }];
  });
}

/** A group that is all in one category, by the variables of both. */
export interface Whole {
  group: string;
  category: string;
}

/**
 * The system in which it is a secret that nobody of these groups is elsewhere. Hiding the group and its category would not do, for
 * zeros shown beside them say as much: in the `blocks` of tables about what is sensitive, zeros may be hidden. All of these, whether
 * such a group is in them or not, for what readers are told must not point at the groups.
 */
export function withoutAttributes<V extends Variable>(
  { variables, relations }: { variables: readonly V[]; relations: System["relations"] },
  groups: readonly Whole[],
  blocks: ReadonlySet<string>,
): { variables: V[]; relations: Relation[] } {
  const ofKey = new Map(variables.map((variable) => [variable.key, variable]));
  const elsewhere = groups.flatMap(({ group, category }) => {
    const whole = ofKey.get(group);
    return whole === undefined ? [] : [{ variable: nobodyElse(whole, category), group, category }];
  });
  return {
    variables: [
      ...variables.map((variable) => (blocks.has(variable.block ?? "") ? { ...variable, quiet: true as const } : variable)),
      ...elsewhere.map(({ variable }) => variable),
    ],
    relations: [...relations, ...elsewhere.map(({ variable, group, category }) => ({ left: [group], right: [category, variable.key] }))],
  };
}

function nobodyElse<V extends Variable>(whole: V, category: string): V {
  const key = `${whole.key} hors de ${category}`;
  // Whoever knows the group knows where each of it is; of who has but a part of it, none is elsewhere.
  const insights = new Map([...(whole.insights ?? [])].map(([name, insight]) => [name, { ...insight, own: 0 }]));
  const empty = { total: 0, persons: 0, insights, floor: 0, usefulness: 0 };
  return { ...whole, key, ...empty, known: false, unpublished: true, quiet: true, secret: true };
}
