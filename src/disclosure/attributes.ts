/** What a table publishes, by the codes of its dimensions; `ensemble` on margins. */
interface PublishedTable {
  id: string;
  dimensions: readonly { id: string }[];
  cellules: readonly { mesure: string; codes: Readonly<Record<string, string>>; valeur: number | null }[];
}

/** A published group of which all are in one category: whoever knows that a person is in the group knows it of them. */
export interface Attribute {
  table: string;
  mesure: string;
  /** The group, by the codes that are not margins, and the category. */
  group: Readonly<Record<string, string>>;
  category: Readonly<Record<string, string>>;
  persons: number;
}

/** What nobody should be able to say of somebody: how far they were when they broke off, and what the jury decided. */
const sensitive = ["phase", "resultat"];
const MARGIN = "ensemble";

/** Every group, smaller than the whole table, that is all in one sensitive category. */
export function attributesOf(tables: readonly PublishedTable[]): Attribute[] {
  return tables.flatMap((table) => {
    const dimension = table.dimensions.find(({ id }) => sensitive.includes(id))?.id;
    return dimension === undefined ? [] : groupsOf(table, dimension);
  });
}

function groupsOf({ id, cellules }: PublishedTable, dimension: string): Attribute[] {
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
